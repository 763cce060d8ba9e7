using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ParityNet.Torch;

/// <summary>libtorch's elementary functions over spans, as <c>torch.exp</c> and the like compute them.</summary>
public static class LibtorchFunctions
{
    static readonly double[] Exponents = [-2, -1, -0.5, 1.0 / 3, 0.5, 1.5, 3, 10];

    static readonly ImmutableSortedDictionary<string, Func<Tensor, Tensor>> All = new (string Name, Func<Tensor, Tensor> Of)[]
    {
        ("exp", x => x.exp()), ("log", x => x.log()), ("log1p", x => x.log1p()), ("expm1", x => x.expm1()),
        ("tanh", x => x.tanh()), ("sigmoid", x => x.sigmoid()), ("erf", x => x.erf()), ("sqrt", x => x.sqrt()),
        // Above 40, softplus rounds to x in double too; with the default threshold of 20 half the digits of a double would be wrong.
        ("softplus", x => x.Softplus(beta: 1, threshold: 40)),
    }.Concat(Exponents.Select(Power)).ToImmutableSortedDictionary(function => function.Name, function => function.Of, StringComparer.Ordinal);

    // libtorch keeps the number of threads per calling thread.
    [ThreadStatic]
    static bool isAlone;

    /// <summary>The available functions: <c>exp</c> and the like, and powers such as <c>pow(0.5)</c>.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Applies a function to each element, on the calling thread.</summary>
    /// <typeparam name="T"><c>float</c> or <c>double</c>.</typeparam>
    /// <param name="function">
    /// One of <see cref="Names"/>. A power's exponent is rounded to <typeparamref name="T"/>, as libtorch does.
    /// </param>
    /// <param name="x">Any numbers.</param>
    /// <param name="y">Receives the results; at least as long as <paramref name="x"/>.</param>
    /// <param name="stride">
    /// The stride of the elements in libtorch's memory. With 1 libtorch uses its vectorized code; with more, the scalar code of functions
    /// that have it.
    /// </param>
    /// <exception cref="KeyNotFoundException"><paramref name="function"/> is not one of <see cref="Names"/>.</exception>
    /// <exception cref="InvalidOperationException">libtorch refuses.</exception>
    public static void Apply<T>(string function, ReadOnlySpan<T> x, Span<T> y, int stride = 1) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        Func<Tensor, Tensor> of = All[function];
        if (!isAlone)
            torch.set_num_threads(1);
        isAlone = true;
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor held = torch.empty((long)x.Length * stride, typeof(T) == typeof(float) ? torch.ScalarType.Float32 : torch.ScalarType.Float64);
        Span<T> memory = MemoryMarshal.Cast<byte, T>(held.bytes);
        if (stride == 1)
            x.CopyTo(memory);
        else
            for (int i = 0; i < x.Length; i++)
                memory[i * stride] = x[i];
        Tensor results = Refusal.Named(() => of(stride == 1 ? held : held.slice(0, 0, held.shape[0], stride)).contiguous());
        MemoryMarshal.Cast<byte, T>(results.bytes).CopyTo(y);
    }

    static (string Name, Func<Tensor, Tensor> Of) Power(double exponent) =>
        (FormattableString.Invariant($"pow({exponent:0.####})"), x => x.pow(Held(exponent)));
}
