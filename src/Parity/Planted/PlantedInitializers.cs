using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Initializers;
using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in how parameters start.</summary>
static class PlantedInitializers
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Of<TruncatedNormal>("I-1: the deviation everywhere", "trunc_normal", (s, shape, seed) =>
            Drawn(new ConstantValue(s.StandardDeviation), shape, seed)).After(Published.SharpInitializers),
        Of<TruncatedNormal>("not cut", "trunc_normal", (s, shape, seed) => Drawn(new Normal(s.Mean, s.StandardDeviation), shape, seed)),
        Of<TruncatedNormal>("clamped to the ends", "trunc_normal", (s, shape, seed) =>
            [.. Drawn(new Normal(s.Mean, s.StandardDeviation), shape, seed).Select(x => Math.Clamp(x, s.Low, s.High))]),
        Of<TruncatedNormal>("ends in multiples of σ", "trunc_normal", (s, shape, seed) =>
            Drawn(new TruncatedNormal(s.Mean, s.StandardDeviation, s.Low * s.StandardDeviation, s.High * s.StandardDeviation), shape, seed)),
        Of<XavierNormal>("I-2: a uniform", "xavier_normal", (s, shape, seed) => Drawn(new XavierUniform(s.Gain), shape, seed))
            .After(Published.SharpInitializers),
        Of<XavierNormal>("no gain", "xavier_normal", (s, shape, seed) => Drawn(new XavierNormal(), shape, seed)),
        Of<XavierNormal>("inputs alone", "xavier_normal", (s, shape, seed) =>
            Drawn(new KaimingNormal(Nonlinearity: Nonlinearity.Linear), shape, seed)),
        Of<XavierUniform>("no gain", "xavier_uniform", (s, shape, seed) => Drawn(new XavierUniform(), shape, seed)),
        Of<XavierUniform>("the receptive field forgotten", "xavier_uniform", (s, shape, seed) =>
            Times(Drawn(s, shape, seed), Math.Sqrt(Shape.Count(shape.AsSpan(2))))),
        Of<XavierUniform>("the bound of a deviation", "xavier_uniform", (s, shape, seed) => Times(Drawn(s, shape, seed), 1 / Math.Sqrt(3))),
        Of<KaimingUniform>("fan_in and fan_out exchanged", "kaiming_uniform", (s, shape, seed) =>
            Drawn(s with { Mode = Other(s.Mode) }, shape, seed)),
        Of<KaimingUniform>("no √3", "kaiming_uniform", (s, shape, seed) => Times(Drawn(s, shape, seed), 1 / Math.Sqrt(3))),
        Of<KaimingUniform>("the gain of SELU is 1", "kaiming_uniform", (s, shape, seed) =>
            Drawn(s.Nonlinearity == Nonlinearity.Selu ? s with { Nonlinearity = Nonlinearity.Linear } : s, shape, seed)),
        Of<KaimingUniform>("no gain", "kaiming_uniform", (s, shape, seed) => Drawn(s with { Nonlinearity = Nonlinearity.Linear }, shape, seed)),
        Of<KaimingNormal>("fan_in and fan_out exchanged", "kaiming_normal", (s, shape, seed) => Drawn(s with { Mode = Other(s.Mode) }, shape, seed)),
        Of<KaimingNormal>("√3 as for a uniform", "kaiming_normal", (s, shape, seed) => Times(Drawn(s, shape, seed), Math.Sqrt(3))),
        Of<KaimingNormal>("the derivative ignored", "kaiming_normal", (s, shape, seed) => Drawn(s with { NegativeSlope = 0 }, shape, seed)),
        Of<Normal>("the variance for the deviation", "normal", (s, shape, seed) =>
            Drawn(s with { StandardDeviation = s.StandardDeviation * s.StandardDeviation }, shape, seed)),
        Of<Normal>("I-3: the seed ignored", "normal", (s, shape, _) => Drawn(s, shape, 0)).After(Published.SharpInitializers),
        Of<Uniform>("from 0", "uniform", (s, shape, seed) => Drawn(new Uniform(0, s.High), shape, seed)),
        Of<Uniform>("beyond its ends", "uniform", (s, shape, seed) => Times(Drawn(s, shape, seed), 1.0001)),
        new("draws go on where the last one ended", "uniform", right => new Counting(right)),
        new("other numbers in float32", "normal", right => new BySize(right)),
        Of<ConstantValue>("0 always", "constant", (s, shape, seed) => Drawn(new ConstantValue(0), shape, seed)),
        Of<Orthogonal>("the signs of QR left as they come", "orthogonal", (s, shape, seed) =>
            SignsOfHouseholder(Drawn(s, shape, seed), (int)shape[0], s.Gain)),
        Of<Orthogonal>("no gain", "orthogonal", (s, shape, seed) => Drawn(new Orthogonal(), shape, seed)),
        Of<Orthogonal>("not orthogonal", "orthogonal", (s, shape, seed) => Drawn(new XavierNormal(s.Gain), shape, seed)),
    ];

    static PlantedError Of<TSpec>(string name, string op, Func<TSpec, nint[], ulong, double[]> draw) where TSpec : InitializerSpec =>
        new(name, op, right => new OtherDraws(right, (spec, shape, seed) => spec is TSpec own ? draw(own, shape, seed) : Drawn(spec, shape, seed)));

    static double[] Drawn(InitializerSpec spec, nint[] shape, ulong seed) => spec.Draw<double>(shape, seed).Flat().ToArray();

    static double[] Times(double[] numbers, double factor) => [.. numbers.Select(number => number * factor)];

    static FanMode Other(FanMode mode) => mode == FanMode.FanIn ? FanMode.FanOut : FanMode.FanIn;

    // A reflection turns the first direction against its axis, so its first number is never positive.
    static double[] SignsOfHouseholder(double[] numbers, int rows, double gain)
    {
        int columns = numbers.Length / rows;
        double sign = numbers[0] * gain > 0 ? -1 : 1;
        return [.. numbers.Select((number, i) => (rows < columns ? i / columns : i % columns) == 0 ? number * sign : number)];
    }

    sealed class OtherDraws(IBackend right, Func<InitializerSpec, nint[], ulong, double[]> draw) : AlteredBackend(right), IOwnInitializers
    {
        public Tensor<T> Draw<T>(InitializerSpec spec, ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
            Tensor.Create(Array.ConvertAll(draw(spec, shape.ToArray(), seed), T.CreateTruncating), shape);
    }

    sealed class Counting(IBackend right) : AlteredBackend(right), IOwnInitializers
    {
        long draws;

        public Tensor<T> Draw<T>(InitializerSpec spec, ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
            spec.Draw<T>(shape, seed + (ulong)Interlocked.Increment(ref draws));
    }

    sealed class BySize(IBackend right) : AlteredBackend(right), IOwnInitializers
    {
        public Tensor<T> Draw<T>(InitializerSpec spec, ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
            spec.Draw<T>(shape, typeof(T) == typeof(float) ? seed + 1 : seed);
    }
}
