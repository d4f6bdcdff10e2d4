/** What fvcore's symbols mean; `../encoding` describes the form. */
export const fvcore = String.raw`{"language":"python","contexts":[],
"texts":["logits; targets in {0, 1}",
"https://github.com/facebookresearch/fvcore/tree/main/fvcore/nn",
"alpha is -1 (off) by default, unlike torchvision",
"The default reduction is 'none'",
"-1 switches weighting off",
"real values",
"beta is required and the default reduction is 'none'",
"below 1e-5 it is plain L1"],
"records":[
{"symbol":"fvcore.nn.sigmoid_focal_loss","formula":"focal","args":"inputs:logits targets:target","params":[["alpha",-1,1,4],["gamma",2,1],["reduction","none",1]],"form":0,"reduction":"none","base":"e","pitfalls":[2,3],"source":1,"exports":["fvcore.nn.focal_loss.@"],"fixed":{"from_logits":true}},
{"like":0,"symbol":"fvcore.nn.smooth_l1_loss","formula":"smooth-l1","args":"input:prediction target:target","params":[["beta",null,1,7,1],["reduction","none",1]],"form":5,"pitfalls":[6],"exports":["%.smooth_l1_loss"],"without":["base","fixed"]}]}`;
