namespace TorchSharp.Interop;

/// <summary>The optimizers that the shim makes; the values are those of <c>pn_optimizer_kind</c>.</summary>
enum OptimizerKind
{
    SGD = 0,
    Adam = 1,
    AdamW = 2,
    Adagrad = 3,
    RMSProp = 4,
}
