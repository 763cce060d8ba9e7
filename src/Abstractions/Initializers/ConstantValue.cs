using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>The same constant for every element.</summary>
/// <remarks><c>v</c>. Same as <c>torch.nn.init.constant_</c>; 0 is <c>zeros_</c> and 1 is <c>ones_</c>.</remarks>
/// <param name="Value">The constant; finite.</param>
[Alias("zeros", "val=0"), Alias("ones", "val=1")]
public sealed record ConstantValue(double Value) : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>The constant; finite.</summary>
    [Option("val")]
    public double Value { get; init => field = Require.Finite(value); } = Require.Finite(Value);

    /// <inheritdoc/>
    public override string Name => "constant";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples => [new ConstantValue(0), new ConstantValue(0.25)];

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random) => numbers.Fill(Value);
}
