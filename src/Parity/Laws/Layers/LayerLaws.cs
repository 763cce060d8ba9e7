using System.Collections.Immutable;
using ParityNet.Layers;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about layers and weight penalties.</summary>
static class LayerLaws
{
    const int Channels = 2;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        Of<Linear>("linear without bias: f(x + z) = f(x) + f(z)", LawKind.Exact, (b, s) =>
        {
            double[] first = b.Eighths(2 * b.Size), second = b.Eighths(2 * b.Size), weight = b.Eighths(3 * b.Size);
            Approx[] one = Dense(b, s, first, weight), other = Dense(b, s, second, weight);
            return Hold.Same([.. one.Zip(other, (x, y) => (Approx)(x.Value + y.Value))],
                Dense(b, s, [.. first.Zip(second, (x, y) => x + y)], weight));
        }),
        Of<Linear>("linear without bias: f(2ᵏx) = 2ᵏ·f(x)", LawKind.Exact, (b, s) =>
        {
            double[] input = b.Numbers(2 * b.Size), weight = b.Numbers(3 * b.Size);
            double k = b.PowerOfTwo();
            return Hold.Same(Times(k, Dense(b, s, input, weight)), Dense(b, s, [.. input.Select(x => k * x)], weight));
        }),
        Of<Linear>("linear with a permutation matrix P: f(x) = Px", LawKind.Exact, (b, s) =>
        {
            double[] input = b.Numbers(6);
            double[] moved = Values(b.Function(s, Given([2, 3], input, ("weight", [0, 1, 0, 0, 0, 1, 1, 0, 0]))));
            return Hold.Same(Exactly([input[1], input[2], input[0], input[4], input[5], input[3]]), Exactly(moved));
        }),
        new("batch_norm, layer_norm, group_norm: f(x + c) = f(x)", LawKind.Bounded, Normalises, (b, s) =>
        {
            double[] x = b.Eighths(Count(b));
            double by = b.PowerOfTwo();
            return Hold.Near(Normal(b, s, x), Normal(b, s, [.. x.Select(number => number + by)]));
        }),
        new("batch_norm, layer_norm, group_norm, ε = 0: f(2ᵏx) = f(x)", LawKind.Exact, Normalises, (b, s) =>
        {
            double[] x = b.Numbers(Count(b));
            double k = b.PowerOfTwo();
            return Hold.Same(Normal(b, s, x), Normal(b, s, [.. x.Select(number => k * number)]));
        }),
        new("batch_norm, layer_norm, group_norm, ε = 0: mean(f) = b, std(f) = w", LawKind.Bounded, Normalises, (b, s) =>
        {
            Approx[] y = Normal(b, s, b.Numbers(Count(b)), 2, 0.5);
            foreach (IGrouping<int, Approx> group in y.Select((number, i) => (Number: number, Group: GroupOf(s, i, b)))
                .GroupBy(one => one.Group, one => one.Number))
            {
                Approx[] distances = [.. group.Select(number => number - 0.5)];
                if (Hold.Near(0, Approx.Sum(distances)) is { } mean)
                    return mean;
                if (Hold.Near(4.0 * distances.Length, Approx.Sum(distances.Select(d => d * d))) is { } deviation)
                    return deviation;
            }
            return null;
        }),
        Of<GroupNorm>("group_norm(1) = layer_norm over all but the first dimension", LawKind.Bounded, (b, s) =>
        {
            double[] x = b.Numbers(Count(b));
            return Hold.Near(b.Function(new LayerNorm([Channels, b.Size + 1], s.Epsilon), new Arguments([1, Channels, b.Size + 1], x)).Value,
                b.Function(s with { NumGroups = 1 }, new Arguments([1, Channels, b.Size + 1], x)).Value);
        }),
        Of<GroupNorm>("group_norm(C) of (x₁, x₂) = group_norm(1) of x₁, group_norm(1) of x₂", LawKind.Exact, (b, s) =>
        {
            int length = b.Size + 1;
            double[] x = b.Numbers(Channels * length);
            Approx[] Alone(double[] own) => b.Function(s with { NumGroups = 1 }, new Arguments([1, 1, length], own)).Value;
            return Hold.Same([.. Alone(x[..length]), .. Alone(x[length..])],
                b.Function(s with { NumGroups = Channels }, new Arguments([1, Channels, length], x)).Value);
        }),
        Of<RmsNorm>("rms_norm, ε = 0: f(2ᵏx) = f(x)", LawKind.Exact, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            double k = b.PowerOfTwo();
            return Hold.Same(Rooted(b, x), Rooted(b, [.. x.Select(number => k * number)]));
        }),
        Of<RmsNorm>("rms_norm, ε = 0: mean(f²) = w²", LawKind.Bounded, (b, s) =>
        {
            Approx[] y = Rooted(b, b.Numbers(b.Size, 0.5, 2), 2);
            return Hold.Near(4.0 * y.Length, Approx.Sum(y.Select(number => number * number)));
        }),
        Of<RmsNorm>("rms_norm of x and −x = layer_norm of them", LawKind.Bounded, (b, s) =>
        {
            double[] half = b.Numbers(b.Size), x = [.. half, .. half.Select(number => -number)];
            return Hold.Near(b.Function(new LayerNorm([x.Length], 0.25), new Arguments([1, x.Length], x)).Value,
                b.Function(new RmsNorm([x.Length], 0.25), new Arguments([1, x.Length], x)).Value);
        }),
        Of<BatchNorm>("batch_norm in evaluation: μ = 0, σ² = 1, ε = 0 ⇒ f(x) = x", LawKind.Exact, (b, s) => s.Training ? null
            : Same(b, s with { Epsilon = 0 }, b.Numbers(Channels * b.Size), [b.Size, Channels], ("running_mean", [0, 0]), ("running_var", [1, 1]))),
        Of<BatchStatistics>("running statistics, momentum = 0: unchanged", LawKind.Exact, (b, s) =>
        {
            double[] mean = b.Numbers(Channels), variance = b.Numbers(Channels, 0);
            return Hold.Same(Exactly([.. mean, .. variance]),
                Statistics(b, s with { Momentum = 0 }, b.Numbers(Channels * (b.Size + 1)), mean, variance));
        }),
        Of<BatchStatistics>("running statistics, momentum = 1: batch mean, unbiased variance", LawKind.Bounded, (b, s) =>
        {
            int n = b.Size + 1;
            double[] x = b.Numbers(Channels * n);
            Approx[] moved = Statistics(b, s with { Momentum = 1 }, x, b.Numbers(Channels), b.Numbers(Channels, 0));
            for (int c = 0; c < Channels; c++)
            {
                Approx[] own = [.. x.Where((_, i) => i % Channels == c)];
                Approx sum = Approx.Sum(own);
                Approx squares = Approx.Sum(own.Select(number => n * number - sum).Select(d => d * d));
                if ((Hold.Near(sum, n * moved[c]) ?? Hold.Near(squares, (double)n * n * (n - 1) * moved[Channels + c])) is { } broken)
                    return broken;
            }
            return null;
        }),
        Of<Dropout>("dropout(p = 0): f(x) = x", LawKind.Exact, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            return Same(b, s with { P = 0, Training = true }, x, [x.Length], ("mask", [.. x.Select(_ => 1.0)]));
        }),
        Of<Dropout>("dropout in evaluation: f(x) = x", LawKind.Exact, (b, s) => Same(b, s with { Training = false }, b.Numbers(b.Size), [b.Size])),
        Of<Dropout>("dropout(p = ½): f(x) = 2·mask·x", LawKind.Exact, (b, s) =>
        {
            double[] x = b.Numbers(b.Size), mask = b.Coins(b.Size);
            FunctionResult dropped = b.Function(s with { P = 0.5, Training = true }, Given([b.Size], x, ("mask", mask)));
            return Hold.Same([.. x.Zip(mask, (number, kept) => (Approx)(2 * number * kept))], dropped.Value)
                ?? Hold.Same([.. mask.Select(kept => (Approx)(2 * kept))], dropped.Gradient);
        }),
        Of<L1Penalty>("l1_penalty: ∇ = λ·sign(x), and 0 at 0", LawKind.Exact, (b, s) =>
        {
            double strength = b.PowerOfTwo();
            double[] x = [0, .. b.Numbers(b.Size)];
            return Hold.Same([.. x.Select(number => (Approx)(strength * Math.Sign(number)))],
                b.Function(s with { Strength = strength }, Arguments.Of(x)).Gradient);
        }),
        Of<L2Penalty>("½λ‖x‖²: gradient step = weight decay of sgd", LawKind.Exact, (b, s) =>
        {
            double strength = b.PowerOfTwo();
            double[] x = b.Numbers(b.Size);
            double[] pulled = [.. b.Function(s with { Strength = strength, Half = true }, Arguments.Of(x)).Gradient.Select(g => g.Value)];
            var plain = new Sgd(1);
            Sgd decaying = plain with { WeightDecay = strength };
            return Hold.Same(b.Step(decaying, b.Start(decaying, x), new double[x.Length]).Parameters,
                b.Step(plain, b.Start(plain, x), pulled).Parameters);
        }),
        Of<L2Penalty>("l2_penalty = 2·l2_penalty(half)", LawKind.Exact, (b, s) =>
        {
            double[] x = b.Numbers(b.Size);
            FunctionResult half = b.Function(s with { Half = true }, Arguments.Of(x)), whole = b.Function(s with { Half = false }, Arguments.Of(x));
            return Hold.Same(Times(2, half.Value), whole.Value) ?? Hold.Same(Times(2, half.Gradient), whole.Gradient);
        }),
    ];

    static Law Of<TSpec>(string name, LawKind kind, Func<LawContext, TSpec, string?> broken) where TSpec : LayerSpec =>
        new(name, kind, s => s is TSpec, (b, s) => broken(b, (TSpec)s));

    static bool Normalises(OpSpec spec) => spec is LayerNorm or GroupNorm or BatchNorm { Training: true };

    // A channel needs at least two elements, since the deviation of one is 0.
    static int Count(LawContext bench) => Channels * (bench.Size + 1);

    static int GroupOf(OpSpec spec, int index, LawContext bench) => spec is BatchNorm ? index % Channels : index / (bench.Size + 1);

    static Approx[] Normal(LawContext bench, OpSpec spec, double[] x, double weight = 1, double bias = 0)
    {
        int length = bench.Size + 1;
        (LayerSpec layer, int[] shape, int width) = spec switch
        {
            LayerNorm => ((LayerSpec)new LayerNorm([length], 0), (int[])[Channels, length], length),
            GroupNorm => (new GroupNorm(Channels, 0), [1, Channels, length], Channels),
            _ => ((BatchNorm)spec with { Epsilon = 0 }, [length, Channels], Channels),
        };
        return bench.Function(layer,
            Given(shape, x, ("weight", [.. Enumerable.Repeat(weight, width)]), ("bias", [.. Enumerable.Repeat(bias, width)]))).Value;
    }

    static Approx[] Rooted(LawContext bench, double[] x, double weight = 1) =>
        bench.Function(new RmsNorm([x.Length], 0), Given([1, x.Length], x, ("weight", [.. x.Select(_ => weight)]))).Value;

    static Approx[] Statistics(LawContext bench, BatchStatistics spec, double[] x, double[] mean, double[] variance) =>
        bench.Function(spec, Given([x.Length / Channels, Channels], x, ("running_mean", mean), ("running_var", variance))).Value;

    static Approx[] Dense(LawContext bench, Linear spec, double[] input, double[] weight) =>
        bench.Function(spec, Given([2, bench.Size], input, ("weight", weight))).Value;

    static string? Same(LawContext bench, LayerSpec spec, double[] x, int[] shape, params ReadOnlySpan<(string Name, double[] Numbers)> others)
    {
        FunctionResult result = bench.Function(spec, Given(shape, x, others));
        return Hold.Same(Exactly(x), result.Value) ?? Hold.All(result.Gradient, derivative => derivative == 1, "1");
    }

    static Arguments Given(int[] shape, double[] input, params ReadOnlySpan<(string Name, double[] Numbers)> others)
    {
        var arguments = new Arguments(shape, input);
        foreach ((string name, double[] numbers) in others)
            arguments = arguments with { Others = arguments.Others.Add(name, numbers) };
        return arguments;
    }

    static double[] Values(FunctionResult result) => [.. result.Value.Select(number => number.Value)];

    static Approx[] Exactly(double[] numbers) => [.. numbers.Select(number => (Approx)number)];

    static Approx[] Times(double factor, Approx[] numbers) => [.. numbers.Select(number => (Approx)(factor * number.Value))];
}
