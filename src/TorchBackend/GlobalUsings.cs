global using ParityNet.Activations;
global using ParityNet.Layers;
global using ParityNet.Losses;
global using ParityNet.Models;
global using ParityNet.Optimizers;
global using TorchSharp;
global using static ParityNet.Torch.LossForms;
global using static ParityNet.Torch.Scalars;
global using F = TorchSharp.torch.nn.functional;
// System.Numerics.Tensors has a static class of the same name.
global using Tensor = TorchSharp.torch.Tensor;
