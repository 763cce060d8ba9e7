using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Memory;

/// <summary>Results that callers gave back to a function: a few, to be written again.</summary>
sealed class Spares<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>As many as there may be calls at the same time; what is given back beyond is left to the garbage collector.</summary>
    const int Most = 4;

    readonly Evaluation<T>?[] kept = new Evaluation<T>?[Most];

    public void Add(Evaluation<T> results)
    {
        foreach (ref Evaluation<T>? place in kept.AsSpan())
            if (place == (object)results)
                return;
        foreach (ref Evaluation<T>? place in kept.AsSpan())
            if (Interlocked.CompareExchange(ref place, results, null) is null)
                return;
    }

    /// <summary>Results of these shapes that share no memory with the arguments; null where there are none.</summary>
    /// <param name="found">What the check of the arguments found.</param>
    /// <param name="names">The arguments that gradients can be requested by.</param>
    /// <param name="gradients">Those of them that are requested.</param>
    /// <param name="operands">The arguments.</param>
    /// <param name="cotangent">The incoming gradient.</param>
    public Evaluation<T>? Take(
        CheckedArguments found, string[] names, IReadOnlyCollection<string> gradients, Operands<T> operands, Tensor<T>? cotangent)
    {
        foreach (ref Evaluation<T>? place in kept.AsSpan())
            // What does not fit is of an earlier shape, and dropped.
            if (Interlocked.Exchange(ref place, null) is { } results
                && Fit(results, found, names, gradients) && !Shared.With(results, operands, cotangent))
                return results;
        return null;
    }

    static bool Fit(Evaluation<T> results, CheckedArguments found, string[] names, IReadOnlyCollection<string> gradients)
    {
        if (!Fit(results.Value, found.Value.AsSpan()))
            return false;
        foreach (string name in names)
            if (gradients.Contains(name) != results.Gradients.TryGetValue(name, out Tensor<T>? gradient)
                || (gradient is not null && !Fit(gradient, found.ShapeOf(name))))
                return false;
        return true;
    }

    static bool Fit(Tensor<T> tensor, ReadOnlySpan<nint> shape) => tensor.IsDense && tensor.Lengths.SequenceEqual(shape);
}
