import type { ConventionId } from '../ids';
import { burn } from './data/burn';
import { candle } from './data/candle';
import { catboost } from './data/catboost';
import { distancesJl } from './data/distancesJl';
import { dit } from './data/dit';
import { fastai } from './data/fastai';
import { flux } from './data/flux';
import { fvcore } from './data/fvcore';
import { huggingface } from './data/huggingface';
import { infotheo } from './data/infotheo';
import { jax } from './data/jax';
import { keras } from './data/keras';
import { keras2 } from './data/keras2';
import { lightgbm } from './data/lightgbm';
import { matlab } from './data/matlab';
import { mindspore } from './data/mindspore';
import { mlmetrics } from './data/mlmetrics';
import { monai } from './data/monai';
import { mxnet } from './data/mxnet';
import { optax } from './data/optax';
import { paddlepaddle } from './data/paddlepaddle';
import { philentropy } from './data/philentropy';
import { pot } from './data/pot';
import { pyitlib } from './data/pyitlib';
import { pytorchCpp } from './data/pytorchCpp';
import { rMetrics } from './data/rMetrics';
import { scipy } from './data/scipy';
import { segmentationModelsPytorch } from './data/segmentationModelsPytorch';
import { sklearn } from './data/sklearn';
import { statsbaseJl } from './data/statsbaseJl';
import { statsmodels } from './data/statsmodels';
import { tensorflow } from './data/tensorflow';
import { tensorflowJs } from './data/tensorflowJs';
import { timm } from './data/timm';
import { torch } from './data/torch';
import { torchmetrics } from './data/torchmetrics';
import { torchvision } from './data/torchvision';
import { xgboost } from './data/xgboost';
import { yardstick } from './data/yardstick';

/** A library whose symbols the catalogue knows; `text` is read by `decodeLibrary`. */
export interface Library {
  readonly id: ConventionId;
  readonly name: string;
  /** The version whose documentation or source the records describe. */
  readonly version: string;
  /** With what the paths of its symbols begin; no other path needs this library to be decoded. */
  readonly roots: readonly string[];
  readonly text: string;
}

export const libraries: readonly Library[] = [
  { id: 'torch', name: 'PyTorch', version: '2.13 (also 1.13)', roots: ['torch.'], text: torch },
  { id: 'torchvision', name: 'torchvision', version: '0.28', roots: ['torchvision.'], text: torchvision },
  {
    id: 'pytorch-cpp',
    name: 'PyTorch C++ (libtorch)',
    version: '2.13 headers',
    roots: ['torch::'],
    text: pytorchCpp,
  },
  { id: 'torchmetrics', name: 'TorchMetrics', version: '1.9', roots: ['torchmetrics.'], text: torchmetrics },
  { id: 'keras', name: 'Keras', version: '3.15', roots: ['keras.', 'tensorflow.', 'tf.'], text: keras },
  {
    id: 'keras2',
    name: 'Keras 2',
    version: 'tf_keras 2.21',
    roots: ['keras.', 'tensorflow.', 'tf.', 'tf_keras.'],
    text: keras2,
  },
  { id: 'tensorflow', name: 'TensorFlow', version: '2.21', roots: ['tensorflow.', 'tf.'], text: tensorflow },
  { id: 'jax', name: 'JAX', version: '0.10.2', roots: ['jax.'], text: jax },
  { id: 'optax', name: 'Optax', version: '0.2.8', roots: ['optax.'], text: optax },
  { id: 'sklearn', name: 'scikit-learn', version: '1.9.1 (also 1.2.1)', roots: ['sklearn.'], text: sklearn },
  { id: 'scipy', name: 'SciPy', version: '1.17.1 (also 1.10.1)', roots: ['scipy.'], text: scipy },
  { id: 'pot', name: 'POT', version: '0.9.7', roots: ['ot.'], text: pot },
  { id: 'statsmodels', name: 'statsmodels', version: '0.15.0', roots: ['statsmodels.'], text: statsmodels },
  { id: 'xgboost', name: 'XGBoost', version: 'development source, August 2026', roots: [], text: xgboost },
  { id: 'lightgbm', name: 'LightGBM', version: '4.7.0 and 4.6 source', roots: [], text: lightgbm },
  {
    id: 'catboost',
    name: 'CatBoost',
    version: 'documentation and enum source, undated',
    roots: [],
    text: catboost,
  },
  {
    id: 'paddlepaddle',
    name: 'PaddlePaddle',
    version: '3.0 documentation (December 2024), 2.x source, later additions from newer pages',
    roots: ['paddle.'],
    text: paddlepaddle,
  },
  { id: 'mindspore', name: 'MindSpore', version: '2.7.0', roots: ['mindspore.'], text: mindspore },
  { id: 'mxnet', name: 'MXNet', version: '1.9.1 and 2.0 source', roots: ['mxnet.'], text: mxnet },
  { id: 'fastai', name: 'fastai', version: '2.x source', roots: ['fastai.'], text: fastai },
  {
    id: 'huggingface',
    name: 'Hugging Face',
    version: 'transformers 5.18, evaluate source',
    roots: ['transformers.'],
    text: huggingface,
  },
  { id: 'timm', name: 'timm', version: '1.0.29', roots: ['timm.'], text: timm },
  { id: 'fvcore', name: 'fvcore', version: 'February 2026 source', roots: ['fvcore.'], text: fvcore },
  { id: 'monai', name: 'MONAI', version: 'June 2025 source', roots: ['monai.'], text: monai },
  {
    id: 'segmentation-models-pytorch',
    name: 'Segmentation Models PyTorch',
    version: 'current source',
    roots: ['segmentation_models_pytorch.'],
    text: segmentationModelsPytorch,
  },
  { id: 'tensorflow-js', name: 'TensorFlow.js', version: '4.22', roots: ['tf.'], text: tensorflowJs },
  { id: 'flux', name: 'Flux.jl', version: '0.16.11', roots: ['Flux.', 'NNlib.'], text: flux },
  { id: 'distances-jl', name: 'Distances.jl', version: '0.10.12', roots: ['Distances.'], text: distancesJl },
  { id: 'statsbase-jl', name: 'StatsBase.jl', version: '0.34.12', roots: ['StatsBase.'], text: statsbaseJl },
  { id: 'philentropy', name: 'philentropy', version: '0.10.0', roots: ['philentropy::'], text: philentropy },
  { id: 'mlmetrics', name: 'MLmetrics', version: '1.1.3', roots: ['MLmetrics::'], text: mlmetrics },
  { id: 'r-metrics', name: 'Metrics (R)', version: 'May 2019 source', roots: ['Metrics::'], text: rMetrics },
  { id: 'yardstick', name: 'yardstick', version: '1.4.0', roots: ['yardstick::'], text: yardstick },
  { id: 'infotheo', name: 'infotheo', version: '1.2.0.1', roots: ['infotheo::'], text: infotheo },
  {
    id: 'matlab',
    name: 'MATLAB',
    version: 'online documentation, several releases',
    roots: [
      'crossentropy',
      'ctc',
      'dice',
      'entropy',
      'focalCrossEntropy',
      'generalizedDice',
      'huber',
      'immse',
      'indexcrossentropy',
      'jaccard',
      'l1loss',
      'l2loss',
      'mape',
      'mse',
      'rmse',
    ],
    text: matlab,
  },
  { id: 'candle', name: 'Candle', version: '0.11', roots: ['candle_nn::'], text: candle },
  {
    id: 'burn',
    name: 'Burn',
    version: '0.22.0-pre.2',
    roots: ['burn::', 'burn_nn::', 'burn_tensor::'],
    text: burn,
  },
  { id: 'dit', name: 'dit', version: 'July 2026 source', roots: ['dit.'], text: dit },
  { id: 'pyitlib', name: 'pyitlib', version: '0.3.1 / 3.0.1', roots: ['pyitlib.'], text: pyitlib },
];
