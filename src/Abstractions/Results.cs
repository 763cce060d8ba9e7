using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>Copies results into tensors of the caller.</summary>
public static class Results
{
    /// <summary>Copies a result into a tensor of the caller.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="into">A dense tensor of its shape.</param>
    /// <param name="of">What the result is, for the message.</param>
    /// <exception cref="ArgumentException">The shapes differ, or <paramref name="into"/> is not dense.</exception>
    public static void CopyInto<T>(this Tensor<T> result, Tensor<T> into, string of)
    {
        ArgumentNullException.ThrowIfNull(result);
        Require.Result(into, result.Lengths, of);
        result.Flat().CopyTo(into.FlatForWriting());
    }

    /// <summary>Copies every result into the tensors of another evaluation, of the same shapes and names.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="into">The tensors to write.</param>
    /// <exception cref="ArgumentException">A shape or a name differs, or a tensor is not dense; then nothing is written.</exception>
    public static void CopyInto<T>(this Evaluation<T> results, Evaluation<T> into) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(into);
        Require.Result(into.Value, results.Value.Lengths, "value");
        foreach (var (name, gradient) in into.Gradients)
            Require.Result(gradient, results.Gradients[name].Lengths, name);
        results.Value.CopyInto(into.Value, "value");
        foreach (var (name, gradient) in into.Gradients)
            results.Gradients[name].CopyInto(gradient, name);
    }
}
