using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>Momentum whose update is approximately orthogonalized by a polynomial iteration; for matrices only.</summary>
/// <remarks>
/// <c>b ← μb + (1 − μ)g</c>; <c>u = (1 − μ)g + μb</c> with Nesterov, else <c>u = b</c>. <c>X = u/max(‖u‖, ε)</c>, transposed where it has
/// more rows than columns; n times <c>G = XXᵀ</c>, <c>X ← aX + (bG + cG²)X</c>. <c>θ ← θ(1 − ηλ)</c>; <c>θ ← θ − η′X</c> with
/// <c>η′ = η·√max(1, A/B)</c> for A rows and B columns, or as <paramref name="Rate"/> says. The rule of <c>torch.optim.Muon</c>, in the
/// element type of the parameters: PyTorch computes X in bfloat16, so that the steps agree to about two digits. K. Jordan and others, 2024.
/// </remarks>
/// <param name="LearningRate">η: the learning rate; at least 0.</param>
/// <param name="WeightDecay">λ: the decoupled weight decay; at least 0.</param>
/// <param name="Momentum">μ: the decay rate of the running mean; from 0 to 1.</param>
/// <param name="Nesterov">Whether to use Nesterov momentum.</param>
/// <param name="CoefficientA">a: the coefficient of X; finite.</param>
/// <param name="CoefficientB">b: the coefficient of XXᵀX; finite.</param>
/// <param name="CoefficientC">c: the coefficient of XXᵀXXᵀX; finite.</param>
/// <param name="Epsilon">ε: the lower bound of the norm to divide by; at least 0.</param>
/// <param name="Iterations">n: the number of iterations; from 0 to 99.</param>
/// <param name="Rate">How the learning rate is adjusted to the shape; null for <see cref="MuonRate.Original"/>.</param>
public sealed record Muon(
    double LearningRate = 1e-3, double WeightDecay = 0.1, double Momentum = 0.95, bool Nesterov = true,
    double CoefficientA = 3.4445, double CoefficientB = -4.775, double CoefficientC = 2.0315, double Epsilon = 1e-7, int Iterations = 5,
    MuonRate? Rate = null)
    : OptimizerSpec(LearningRate, WeightDecay, false), IShowsExamples<OptimizerSpec>
{
    /// <inheritdoc/>
    public override string Name => "muon";

    /// <summary>μ: the decay rate of the running mean; from 0 to 1.</summary>
    public double Momentum { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Momentum);

    /// <summary>a: the coefficient of X; finite.</summary>
    [Option("ns_coefficients", 0)]
    public double CoefficientA { get; init => field = Require.Finite(value); } = Require.Finite(CoefficientA);

    /// <summary>b: the coefficient of XXᵀX; finite.</summary>
    [Option("ns_coefficients", 1)]
    public double CoefficientB { get; init => field = Require.Finite(value); } = Require.Finite(CoefficientB);

    /// <summary>c: the coefficient of XXᵀXXᵀX; finite.</summary>
    [Option("ns_coefficients", 2)]
    public double CoefficientC { get; init => field = Require.Finite(value); } = Require.Finite(CoefficientC);

    /// <summary>ε: the lower bound of the norm to divide by; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>The number of iterations of the polynomial; from 0 to 99.</summary>
    [Option("ns_steps")]
    public int Iterations { get; init => field = Few(value); } = Few(Iterations);

    /// <summary>How the learning rate is adjusted to the shape; null for <see cref="MuonRate.Original"/>.</summary>
    [Option("adjust_lr_fn")]
    public MuonRate? Rate { get; init => field = Known(value); } = Known(Rate);

    /// <inheritdoc/>
    public override ImmutableArray<OptimizerSlot> Slots => [new("momentum_buffer")];

    /// <inheritdoc/>
    public override bool DecouplesDecay => true;

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new Muon(), new Muon(0.1, 0, Iterations: 1), new Muon(0.02, 0.01, 0.5, Nesterov: false, Iterations: 2, Rate: MuonRate.MatchRmsAdamW),
        new Muon(0.1, 0, CoefficientA: 1.5, CoefficientB: -0.5, CoefficientC: 0, Epsilon: 1e-3, Iterations: 3),
    ];

    /// <inheritdoc/>
    protected internal override OptimizerSpec WithMomentum(double momentum) => this with { Momentum = momentum };

    /// <inheritdoc/>
    public override int? RankOf(int parameter) => 2;

    /// <summary>Three matrix products an iteration.</summary>
    /// <inheritdoc/>
    public override double Multiplications(ReadOnlySpan<nint> parameter) =>
        parameter.Length == 2 ? 3.0 * Iterations * Shape.Extent(parameter) * Math.Min(parameter[0], parameter[1]) : 0;

    /// <summary>The factor on the learning rate for a matrix.</summary>
    /// <param name="rows">Its number of rows.</param>
    /// <param name="columns">Its number of columns.</param>
    /// <returns>The factor.</returns>
    public double RateFactor(long rows, long columns) => Rate == MuonRate.MatchRmsAdamW
        ? 0.2 * Math.Sqrt(Math.Max(rows, columns))
        : Math.Sqrt(Math.Max(1, (double)rows / columns));

    static MuonRate? Known(MuonRate? value) => value is { } given ? Require.Defined(given, nameof(Rate)) : null;

    static int Few(int value) => value is >= 0 and < 100 ? value : throw new ArgumentOutOfRangeException(null,
        FormattableString.Invariant($"{nameof(Iterations)} must be an integer from 0 to 99, got {value}."));
}
