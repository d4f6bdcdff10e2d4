/** What JAX's symbols mean; `../encoding` describes the form. */
export const jax = String.raw`{"language":"python","contexts":[],
"texts":["probabilities, elementwise",
"https://docs.jax.dev/en/latest/_autosummary/%.html",
"Elementwise p*ln(p/q): sum it to get KL",
"Does not normalise",
"non-negative values, elementwise",
"Elementwise p*ln(p/q) - p + q, so it is not the plain KL term unless both inputs sum to the same total",
"Elementwise -x*ln(x): sum it"],
"records":[
{"symbol":"jax.scipy.special.rel_entr","formula":"kl-divergence","args":"p:p q:q","form":0,"reduction":"none","base":"e","pitfalls":[2,3],"source":1,"elementwise":1},
{"like":0,"symbol":"jax.scipy.special.kl_div","formula":"generalized-kl","form":4,"pitfalls":[5]},
{"like":0,"symbol":"jax.scipy.special.entr","formula":"entropy","args":"x:p","pitfalls":[6]}]}`;
