/** Keywords and keys whose lists say how large or where, not what: they hold no data. */
const shapeName =
  /(?:^|_)(?:shape|shapes|size|sizes|figsize|imsize|dims?|axis|axes|perm|permutation|kernel(?:_size)?|strides?|padding|pad|dilation|crop|resize|repeats|reps|order|xlim|ylim|zlim|clim|range|extent|gridspec|slice|dtype|version|resolution|steps_shape)$/i;

/** Functions whose arguments are shapes, axes or ranges. */
const shapeFunction =
  /(?:^|\.)(?:reshape|view|permute|transpose|swapaxes|expand|expand_dims|broadcast_to|tile|pad|squeeze|unsqueeze|subplots?|figure|set_[xyz]lim|[xyz]lim|axis|set_size_inches|add_subplot|add_axes|rand|randn|randint|random_sample|rand_like|empty|zeros|ones|full|Input|InputLayer|Reshape|Resize|CenterCrop|RandomCrop|range|slice|enumerate|randperm|isinstance|arange|linspace|logspace|eye)$/;

export function isShapeName(name: string): boolean {
  return shapeName.test(name);
}

export function isShapeFunction(path: string): boolean {
  return shapeFunction.test(path);
}
