using System.Collections.Immutable;

namespace ParityNet.Torch;

/// <summary>How far a <c>float</c> function of libtorch is from the truth over the inputs that were tried.</summary>
/// <param name="Function">The function.</param>
/// <param name="Inputs">How many inputs were tried, NaN among them.</param>
/// <param name="WorstUlp">The largest error in units in the last place of the true result; infinite where a NaN or an infinity is wrong.</param>
/// <param name="WorstInput">An input with that error.</param>
/// <param name="Correct">On how many inputs the result is the <c>float</c> nearest to the truth.</param>
public sealed record LibtorchError(string Function, long Inputs, double WorstUlp, float WorstInput, long Correct);

/// <summary>Measures libtorch's elementary functions of <c>float</c> against its own of <c>double</c>, whose error is below 2⁻²⁸ of what is measured.</summary>
public static class LibtorchAccuracy
{
    const int Block = 1 << 20;

    static readonly double[] Exponents = [-2, -1, -0.5, 1.0 / 3, 0.5, 1.5, 3, 10];

    static readonly ImmutableSortedDictionary<string, Func<Tensor, Tensor>> All = new (string Name, Func<Tensor, Tensor> Of)[]
    {
        ("exp", x => x.exp()), ("log", x => x.log()), ("log1p", x => x.log1p()), ("expm1", x => x.expm1()),
        ("tanh", x => x.tanh()), ("sigmoid", x => x.sigmoid()), ("erf", x => x.erf()), ("sqrt", x => x.sqrt()),
    }.Concat(Exponents.Select(Power)).ToImmutableSortedDictionary(function => function.Name, function => function.Of, StringComparer.Ordinal);

    /// <summary>The functions that can be measured: <c>exp</c> and the like, and powers such as <c>pow(0.5)</c>.</summary>
    public static IEnumerable<string> Functions => All.Keys;

    /// <summary>Tries every <paramref name="step"/>-th of the 2³² <c>float</c> inputs.</summary>
    /// <param name="function">One of <see cref="Functions"/>.</param>
    /// <param name="step">1 for all inputs; an odd number for a part of them, spread over all exponents.</param>
    /// <param name="progress">Receives the share done, from 0 to 1; may be null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="KeyNotFoundException"><paramref name="function"/> is none of them.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static LibtorchError Measure(string function, uint step = 1, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        Func<Tensor, Tensor> of = All[function];
        long count = ((1L << 32) + step - 1) / step;
        var total = new LibtorchError(function, count, -1, float.NaN, 0);
        for (long first = 0; first < count; first += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inputs = new float[(int)Math.Min(Block, count - first)];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = BitConverter.UInt32BitsToSingle((uint)((first + i) * step));
            total = Refusal.Named(() => With(total, of, inputs));
            progress?.Report((double)(first + inputs.Length) / count);
        }
        return total;
    }

    static LibtorchError With(LibtorchError total, Func<Tensor, Tensor> of, float[] inputs)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = torch.tensor(inputs);
        float[] results = of(x).data<float>().ToArray();
        double[] truths = of(x.to_type(torch.ScalarType.Float64)).data<double>().ToArray();
        long correct = total.Correct;
        (double worst, float at) = (total.WorstUlp, total.WorstInput);
        for (int i = 0; i < inputs.Length; i++)
        {
            if (results[i].Equals((float)truths[i]))
                correct++;
            if (Ulp(results[i], truths[i]) is var ulp && ulp > worst)
                (worst, at) = (ulp, inputs[i]);
        }
        return total with { WorstUlp = worst, WorstInput = at, Correct = correct };
    }

    static double Ulp(float result, double truth)
    {
        float nearest = (float)truth;
        if (result.Equals(nearest) && !float.IsFinite(nearest))
            return 0;
        return float.IsFinite(result) && double.IsFinite(truth)
            ? Math.Abs(result - truth) / Math.ScaleB(1, (truth == 0 ? -126 : Math.Clamp(Math.ILogB(truth), -126, 127)) - 23)
            : double.PositiveInfinity;
    }

    static (string Name, Func<Tensor, Tensor> Of) Power(double exponent) =>
        (FormattableString.Invariant($"pow({exponent:0.####})"), x => x.pow(Held(exponent)));
}
