using System.Collections.Immutable;
using System.Globalization;
using ParityNet.Initializers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about initializers.</summary>
static class InitializerLaws
{
    // The largest probability with which chance breaks a law that holds.
    static readonly double Rare = Math.Pow(2, -40);

    const double DoubleUnit = 1.0 / (1L << 53);

    // Different numbers of outputs, inputs and receptive-field elements.
    static readonly nint[] Wide = [64, 32, 8];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        Of<InitializerSpec>("initial values: sup |Fₙ − F| ≤ Dvoretzky–Kiefer–Wolfowitz bound", LawKind.Derived,
            (b, s) => Distribution.Of(s, Wide) is { } law ? Distributed(b, s, law) : null),
        Of<KaimingUniform>("kaiming_uniform: U(±gain·√(3/fan)) for each nonlinearity", LawKind.Derived, (b, s) =>
            Enum.GetValues<Nonlinearity>().Select(each => s with { Nonlinearity = each })
                .Select(one => Distributed(b, one, Distribution.Of(one, Wide)!)).FirstOrDefault(broken => broken is not null)),
        Of<InitializerSpec>("initial values lie in the support of the distribution", LawKind.Exact,
            (b, s) => Distribution.Of(s, Wide) is not { } law ? null
            : Hold.All(b.Draw<double>(s, Wide, b.Seed()).Select(x => (Approx)x), x => x >= law.Smallest && x <= law.Most, "in its interval")),
        Of<InitializerSpec>("same seed ⇒ same initial values", LawKind.Exact, (b, s) =>
        {
            ulong seed = b.Seed();
            return Hold.Same(Exactly(b.Draw<double>(s, Wide, seed)), Exactly(b.Draw<double>(s, Wide, seed)));
        }),
        Of<InitializerSpec>("other seed ⇒ other initial values", LawKind.Derived, (b, s) =>
        {
            ulong seed = b.Seed();
            return s is not ConstantValue && b.Draw<double>(s, Wide, seed).SequenceEqual(b.Draw<double>(s, Wide, seed + 1))
                ? "two seeds must draw different numbers, got the same." : null;
        }),
        Of<InitializerSpec>("initial values in float32 = those in float64, rounded", LawKind.Exact, (b, s) =>
        {
            ulong seed = b.Seed();
            return Hold.Same([.. b.Draw<double>(s, Wide, seed).Select(x => (Approx)(float)x)],
                [.. b.Draw<float>(s, Wide, seed).Select(x => (Approx)x)]);
        }),
        Of<ConstantValue>("constant(c) = c everywhere", LawKind.Exact, (b, s) =>
            Hold.All(b.Draw<double>(s, [3, b.Size], b.Seed()).Select(x => (Approx)x), x => x == s.Value, "the constant")),
        Of<Orthogonal>("orthogonal: WWᵀ = gain²·I or WᵀW = gain²·I", LawKind.Derived, Orthogonally),
        Of<Orthogonal>("orthogonal: P(W₁₁ > 0) = ½", LawKind.Derived, (b, s) =>
        {
            // W. Hoeffding, 1963: P(|count − n/2| > t) ≤ 2e^(−2t²/n).
            const int draws = 256;
            ulong seed = b.Seed();
            int positive = Enumerable.Range(0, draws).Count(i => b.Draw<double>(s, [2, 3], seed + (ulong)i)[0] > 0);
            double most = Math.Sqrt(draws * Math.Log(2 / Rare) / 2);
            return Math.Abs(positive - draws / 2.0) > most
                ? FormattableString.Invariant(
                    $"about half of {draws} first numbers must be positive: expected {draws / 2} ± {most:F0}, got {positive}.") : null;
        }),
    ];

    /// <summary>How drawn numbers differ from what an initializer draws; null where they do not.</summary>
    /// <param name="spec">The initializer.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="drawn">The numbers.</param>
    /// <param name="unit">The rounding of the element type that they were computed in.</param>
    internal static string? Difference(InitializerSpec spec, ReadOnlySpan<nint> shape, double[] drawn, double unit = DoubleUnit) => spec switch
    {
        Orthogonal s => Skewed(drawn, (int)shape[0], (int)shape[1], s.Gain, unit),
        ConstantValue s => drawn.All(x => x == s.Value) ? null : "every number must be the constant",
        _ => Distributed(drawn, Distribution.Of(spec, shape)!),
    };

    static Law Of<TSpec>(string name, LawKind kind, Func<LawContext, TSpec, string?> broken) where TSpec : InitializerSpec =>
        new(name, kind, s => s is TSpec, (b, s) => broken(b, (TSpec)s));

    // A. Dvoretzky, J. Kiefer and J. Wolfowitz, 1956, with the constant of P. Massart, 1990: P(sup |Fₙ − F| > ε) ≤ 2e^(−2nε²).
    // F is rounded: an error δ in F changes that probability by the factor e^(4nεδ), which is 1 to nine digits here.
    static string? Distributed(LawContext bench, InitializerSpec spec, Distribution law) =>
        Distributed(bench.Draw<double>(spec, Wide, bench.Seed()), law);

    internal static string? Distributed(double[] drawn, Distribution law)
    {
        Array.Sort(drawn);
        double most = Math.Sqrt(Math.Log(2 / Rare) / (2 * drawn.Length)), largest = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            double below = law.Below(drawn[i]);
            largest = Math.Max(largest, Math.Max(below - (double)i / drawn.Length, (i + 1.0) / drawn.Length - below));
        }
        return largest > most
            ? string.Create(CultureInfo.InvariantCulture,
                $"the distribution of {drawn.Length} numbers must be near the formula's: expected a distance of at most " +
                $"{most:G3}, got {largest:G3}.") : null;
    }

    static string? Orthogonally(LawContext bench, Orthogonal spec)
    {
        int rows = 1 + bench.Index(bench.Size), columns = bench.Size;
        return Skewed(bench.Draw<double>(spec, [rows, columns], bench.Seed()), rows, columns, spec.Gain);
    }

    internal static string? Skewed(double[] drawn, int rows, int columns, double gain, double unit = DoubleUnit)
    {
        int few = Math.Min(rows, columns), length = Math.Max(rows, columns);
        // Gram–Schmidt subtracts each of at most k projections, with an inner product of n terms and an update, and normalizes; the check
        // computes one more inner product. The error is at most n + 8 roundings of numbers of magnitude 1, twice for each vector of a pair.
        double most = gain * gain * 4 * (length + 8) * (few + 1) * unit;
        for (int i = 0; i < few; i++)
            for (int j = 0; j <= i; j++)
            {
                double product = 0, expected = i == j ? gain * gain : 0;
                for (int l = 0; l < length; l++)
                    product += At(i, l) * At(j, l);
                if (!(Math.Abs(product - expected) <= most))
                    return string.Create(CultureInfo.InvariantCulture,
                        $"directions {i} and {j} of [{rows}, {columns}] must be orthogonal and of one length: expected a product of {expected:R} " +
                        $"± {most:G3}, got {product:R}.");
            }
        return null;

        double At(int direction, int position) => rows < columns ? drawn[direction * columns + position] : drawn[position * columns + direction];
    }

    static Approx[] Exactly(double[] numbers) => [.. numbers.Select(x => (Approx)x)];
}
