using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>A function whose results are finite wherever the arguments are finite and the exact results are within the range.</summary>
/// <param name="usual">The function over the widest lanes.</param>
/// <param name="bind">
/// Binds it to extended-range numbers; anew for every computation, since options beyond the range of the type are kept by number in a table that
/// ends with it.
/// </param>
/// <param name="isFar">Whether an option is beyond the range of the type, so that every result is computed in the extended range.</param>
/// <param name="threads">The maximum number of threads.</param>
class RangedFunction<T>(IFunction<T> usual, Func<IFunction<T>> bind, bool isFar, int threads) : IFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The maximum number of threads.</summary>
    protected readonly int Threads = threads;

    /// <summary>Whether an option is beyond the range of the type.</summary>
    protected readonly bool IsFar = isFar;

    /// <summary>Whether the function reports non-finite gradients itself.</summary>
    protected readonly bool Tells = usual is ITelling;

    /// <summary>Whether the function reports non-finite values itself, too.</summary>
    protected readonly bool TellsAll = usual is ITelling { TellsOfValue: true };

    public Tensor<T> Value(Operands<T> operands)
    {
        Beyond.TakeLeft();
        Tensor<T> value = usual.Value(operands);
        return (Beyond.TakeLeft() || HasEnded(value)) && IsDue(operands, null) ? Wide(operands) : value;
    }

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        Beyond.TakeLeft();
        Evaluation<T> evaluation = usual.Evaluate(operands, gradients, cotangent);
        return (Beyond.TakeLeft() || HasEnded(evaluation)) && IsDue(operands, cotangent)
            ? Wide(operands, gradients, cotangent)
            : evaluation;
    }

    public void ValueInto(Operands<T> operands, Tensor<T> value)
    {
        ArgumentNullException.ThrowIfNull(operands);
        ArgumentNullException.ThrowIfNull(value);
        // A recomputation needs the arguments.
        if (Shared.With(value, operands, null))
        {
            Value(operands).CopyInto(value, nameof(value));
            return;
        }
        Beyond.TakeLeft();
        usual.ValueInto(operands, value);
        if ((Beyond.TakeLeft() || HasEnded(value)) && IsDue(operands, null))
            Wide(operands).CopyInto(value, nameof(value));
    }

    public void EvaluateInto(Operands<T> operands, Evaluation<T> results, Tensor<T>? cotangent = null)
    {
        ArgumentNullException.ThrowIfNull(operands);
        ArgumentNullException.ThrowIfNull(results);
        if (Shared.With(results, operands, cotangent))
        {
            Evaluate(operands, [.. results.Gradients.Keys], cotangent).CopyInto(results);
            return;
        }
        Beyond.TakeLeft();
        usual.EvaluateInto(operands, results, cotangent);
        if ((Beyond.TakeLeft() || HasEnded(results)) && IsDue(operands, cotangent))
            Wide(operands, [.. results.Gradients.Keys], cotangent).CopyInto(results);
    }

    public void GiveBack(Evaluation<T> results) => usual.GiveBack(results);

    bool IsDue(Operands<T> operands, Tensor<T>? cotangent) =>
        IsFar || Again.IsDue(cotangent is null ? Again.Numbers(operands) : Again.Numbers(operands).Append(cotangent));

    bool HasEnded(Tensor<T> value) => IsFar || (!TellsAll && Again.Ended(value, Threads));

    bool HasEnded(Evaluation<T> evaluation) =>
        IsFar || (!TellsAll && (Tells ? Again.Ended(evaluation.Value, Threads) : Again.Ended(evaluation, Threads)));

    // Separate methods, because a method with closures allocates them on entry.
    Tensor<T> Wide(Operands<T> operands) => Again.Run(() => bind().Value(operands), Again.Rounded);

    Evaluation<T> Wide(Operands<T> operands, IReadOnlyCollection<string>? gradients, Tensor<T>? cotangent) =>
        Again.Run(() => bind().Evaluate(operands, gradients, cotangent), Again.Rounded);
}
