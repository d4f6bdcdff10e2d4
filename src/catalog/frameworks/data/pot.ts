/** What POT's symbols mean; `../encoding` describes the form. */
export const pot = String.raw`{"language":"python","contexts":[],
"texts":["support values with optional weights",
"https://pythonot.github.io/all.html",
"Returns the cost to the power p: W_p^p without the root, so it is a distance only for p = 1",
"The default metric is the SQUARED Euclidean cost, so it is W_2 squared, not W_1",
"squared Euclidean by default",
"used by the minkowski metric only",
"two histograms and a cost matrix",
"General optimal transport cost"],
"records":[
{"symbol":"ot.wasserstein_1d","formula":"wasserstein-1d","args":"u_values:samples v_values:samples","params":[["u_weights",null,"weights"],["v_weights",null,"weights"],["p",1,"order"],["require_sort",true]],"fixed":{"root":false},"form":0,"reduction":"none","pitfalls":[2],"source":1,"exports":["ot.lp.@"]},
{"like":0,"symbol":"ot.emd2_1d","args":"x_a:samples x_b:samples a:weights? b:weights?","params":[["metric","sqeuclidean",null,4],["p",1.0,null,5]],"pitfalls":[3],"variant":"W_2 squared"},
{"like":0,"symbol":"ot.emd2","formula":"unlisted","args":"a:p b:q M:cost","form":6,"pitfalls":[7],"detect_only":1,"unlisted_name":"optimal transport cost","without":["params","fixed"]}]}`;
