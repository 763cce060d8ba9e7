namespace ParityNet.Parity.Planted;

/// <summary>Files in which mistakes were published, as <c>project@version:path</c>.</summary>
static class Published
{
    public const string SharpLosses = "TorchSharp@v0.99.6:src/TorchSharp/NN/Losses.cs";

    public const string SharpInitializers = "TorchSharp@v0.99.6:src/TorchSharp/NN/Init.cs";

    public const string SharpSchedules = "TorchSharp@v0.99.6:src/TorchSharp/Optimizers/LRScheduler.cs";

    // The commit that mended it.
    public const string OptaxBelief = "optax@723e6bf61b6ae4942048afcc70f75ff5f995f84c";

    public const string OptaxTransforms = "optax@2edbcbe2390da13983b92cbef94ac0460ecde1c5:optax/_src/transform.py";

    public const string OptaxClipping = "optax@2edbcbe2390da13983b92cbef94ac0460ecde1c5:optax/transforms/_clipping.py";

    public const string BurnClipping = "burn@f9466b72c344dc0e9c4cc640e00c23c912b921f4:crates/burn-optim/src/grad_clipping/base.rs";

    public const string KerasAdamax = "keras@2e4420340816b990245fea9f32704a6e7e9067e2:keras/src/optimizers/adamax.py";

    public const string KerasNAdam = "keras@13de96aef1a446c21f545eb929a194ac06b343fd:keras/src/optimizers/nadam.py";

    public const string CppStep = "pytorch@v1.13.1:torch/csrc/api/src/optim/schedulers/step_lr.cpp";

    public const string TorchMuon = "pytorch@b5ee4d7a797023e11507aea90811559872ce8ff6:torch/optim/_muon.py";

    public const string TorchAdafactor = "pytorch@5f65158aefc31977355102011b310a7d020e5604:torch/optim/_adafactor.py";

    public const string TensorFlowLosses = "tfjs@tfjs-v4.22.0:tfjs-core/src/ops/losses/log_loss.ts";

    public const string KerasLosses = "tfjs@tfjs-v4.22.0:tfjs-layers/src/losses.ts";

    public static string TensorFlowOptimizer(string name) => $"tfjs@tfjs-v4.22.0:tfjs-core/src/optimizers/{name}_optimizer.ts";

    public static string SharpOptimizer(string name) => $"TorchSharp@v0.99.6:src/TorchSharp/Optimizers/{name}.cs";

    public static string TorchOptimizer(string name) => $"pytorch@v1.13.1:torch/optim/{name}.py";
}
