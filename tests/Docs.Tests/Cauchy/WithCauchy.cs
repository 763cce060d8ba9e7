using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native.Ranges;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;
using ParityNet.Torch;

namespace ParityNet.Tests.CauchyExample;

/// <summary>A backend to which the page's line has been added.</summary>
sealed class WithCauchy(IBackend backend) : IBackend
{
    public string Name => backend.Name;

    public BackendInfo Info => backend.Info;

    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        spec is not Cauchy ? backend.Loss<T>(spec) : backend is TorchBackend ? new TorchLine<T>(spec) : NativeLine<T>(spec);

    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => backend.Activation<T>(spec);

    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => backend.Layer<T>(spec);

    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => backend.Optimizer<T>(spec);

    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => backend.Model<T>(spec, loss);

    // What NativeBackend does with the line once it stands in it.
    static RangedLoss<T> NativeLine<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(Lines.Native<T>(spec, Plan.Best), () => Lines.Native<T>(spec, Plan.Wide), FarOptions.AreIn<T>(spec), Plan.Best.Threads);

    // What TorchLoss does with the line once it stands in the backend.
    sealed class TorchLine<T>(LossSpec spec) : TorchFunction<T>(spec, Lines.ForwardOf(spec)), ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
        {
            Require.Length(target, prediction.Length, nameof(prediction));
            Require.Length<T>(gradient, prediction.Length, nameof(prediction));
            LossSpec reduced = spec.Reduction == Reduction.None ? spec with { Reduction = Reduction.Sum } : spec;
            Evaluation<T> both = new TorchLine<T>(reduced).Evaluate(Operands<T>.Of(Flat(prediction), Flat(target)));
            both.Gradients["input"].FlattenTo(gradient);
            return both.Value[0];
        }

        static Tensor<T> Flat(ReadOnlySpan<T> numbers) => System.Numerics.Tensors.Tensor.Create(numbers.ToArray(), [numbers.Length]);
    }
}
