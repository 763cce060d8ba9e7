using System.Collections.Immutable;

namespace ParityNet.Initializers;

/// <summary>
/// Xavier (Glorot) uniform initialization: balances the variance of the forward and the backward pass through a nearly linear layer.
/// </summary>
/// <remarks>
/// Uniform on <c>±g·√(6/(fan_in + fan_out))</c>; dimensions are outputs, inputs, and then the receptive field. X. Glorot and Y. Bengio,
/// 2010. Same distribution as <c>torch.nn.init.xavier_uniform_</c>.
/// </remarks>
/// <param name="Gain">g: the gain, a factor on the standard deviation; at least 0.</param>
public sealed record XavierUniform(double Gain = 1) : InitializerSpec, IShowsExamples<InitializerSpec>
{
    /// <summary>The gain, a factor on the standard deviation; at least 0.</summary>
    public double Gain { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Gain);

    /// <inheritdoc/>
    public override string Name => "xavier_uniform";

    /// <inheritdoc/>
    public static ImmutableArray<InitializerSpec> Examples => [new XavierUniform(), new XavierUniform(5.0 / 3)];

    /// <inheritdoc/>
    public override void Check(ReadOnlySpan<nint> shape) => CheckMatrix(shape);

    /// <inheritdoc/>
    protected override void Fill(Span<double> numbers, ReadOnlySpan<nint> shape, Xoshiro random)
    {
        Fan fan = Fan.Of(shape);
        FillUniform(numbers, Gain * Math.Sqrt(6 / (fan.In + fan.Out)), random);
    }
}
