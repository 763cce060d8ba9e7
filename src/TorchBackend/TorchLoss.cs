using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Torch;

sealed class TorchLoss<T>(LossSpec spec)
    : TorchFunction<T>(spec, TorchBackend.ForwardOf(spec)), ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec { get; } = spec;

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Spec.CheckFlat();
        Require.Length(target, prediction.Length, nameof(prediction));
        Require.Length<T>(gradient, prediction.Length, nameof(prediction));
        TorchLoss<T> loss = Spec.Reduction == Reduction.None ? new TorchLoss<T>(Spec with { Reduction = Reduction.Sum }) : this;
        Evaluation<T> both = loss.Evaluate(Operands<T>.Of(Flat(prediction), Flat(target)));
        both.Gradients["input"].FlattenTo(gradient);
        return both.Value[0];
    }

    static Tensor<T> Flat(ReadOnlySpan<T> numbers) => System.Numerics.Tensors.Tensor.Create(numbers.ToArray(), [numbers.Length]);
}
