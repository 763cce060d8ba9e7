using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>A function whose results are finite wherever the arguments are finite and the exact results are within the range.</summary>
/// <param name="usual">The function over the widest lanes.</param>
/// <param name="bind">
/// Binds it to extended-range numbers; anew for every computation, since options beyond the range of the type are kept by number in a table that
/// ends with it.
/// </param>
/// <param name="threads">The maximum number of threads.</param>
class RangedFunction<T>(IFunction<T> usual, Func<IFunction<T>> bind, int threads) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{

    /// <summary>Whether the function reports non-finite gradients itself.</summary>
    protected readonly bool Tells = usual is ITelling;

    readonly bool tellsAll = usual is ITelling { TellsOfValue: true };

    public Tensor<T> Value(Operands<T> operands)
    {
        Beyond.TakeLeft();
        Tensor<T> value = usual.Value(operands);
        return (Beyond.TakeLeft() || (!tellsAll && Again.Ended(value, threads))) && Again.IsDue(Again.Numbers(operands)) ? Wide(operands) : value;
    }

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        Beyond.TakeLeft();
        Evaluation<T> evaluation = usual.Evaluate(operands, gradients, cotangent);
        return (Beyond.TakeLeft() || HasEnded(evaluation))
            && Again.IsDue(cotangent is null ? Again.Numbers(operands) : Again.Numbers(operands).Append(cotangent))
            ? Wide(operands, gradients, cotangent)
            : evaluation;
    }

    bool HasEnded(Evaluation<T> evaluation) => !tellsAll && (Tells ? Again.Ended(evaluation.Value, threads) : Again.Ended(evaluation, threads));

    // Separate methods, because a method with closures allocates them on entry.
    Tensor<T> Wide(Operands<T> operands) => Again.Run(() => bind().Value(operands), Again.Rounded);

    Evaluation<T> Wide(Operands<T> operands, IReadOnlyCollection<string>? gradients, Tensor<T>? cotangent) =>
        Again.Run(() => bind().Evaluate(operands, gradients, cotangent), Again.Rounded);
}
