/** What torchvision's symbols mean; `../encoding` describes the form. */
export const torchvision = String.raw`{"language":"python","contexts":[],
"texts":["none | mean | sum",
"logits; targets in {0, 1}",
"https://docs.pytorch.org/vision/stable/generated/%.html",
"The default reduction is 'none', not 'mean'",
"alpha weights positives and 1-alpha negatives; alpha=-1 means no weighting",
"Binary (sigmoid) focal loss only, no softmax variant",
"Recent releases reject alpha outside [0, 1] other than -1",
"weight of the positive class, 1-alpha for the negative; -1 switches it off",
"boxes as (x1, y1, x2, y2)",
"The default reduction is 'none'",
"Box losses based on intersection over union plus a geometric penalty, not the set Jaccard loss"],
"records":[
{"symbol":"torchvision.ops.sigmoid_focal_loss","formula":"focal","args":"inputs:logits targets:target","params":[["alpha",0.25,1,7],["gamma",2,1],["reduction","none",1,0]],"form":1,"reduction":"none","base":"e","pitfalls":[3,4,5,6],"source":2,"exports":["torchvision.ops.focal_loss.@"],"fixed":{"from_logits":true}},
{"like":0,"symbol":"torchvision.ops.generalized_box_iou_loss","formula":"unlisted","args":"boxes1:prediction boxes2:target","params":[["reduction","none",1,0],["eps",1e-07,"epsilon"]],"form":8,"pitfalls":[9,10],"detect_only":1,"unlisted_name":"GIoU loss","without":["base","exports","fixed"]},
{"like":1,"symbol":"torchvision.ops.distance_box_iou_loss","unlisted_name":"DIoU loss"},
{"like":1,"symbol":"torchvision.ops.complete_box_iou_loss","unlisted_name":"CIoU loss"}]}`;
