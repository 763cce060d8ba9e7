using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Initializers;
using ParityNet.Layers;

namespace ParityNet.Models;

/// <summary>
/// A multi-layer perceptron: dense layers, each followed by an activation, optionally with normalization and dropout between them.
/// </summary>
/// <remarks>
/// <c>x⁽ˡ⁺¹⁾ = f(x⁽ˡ⁾·Wᵀ + b)</c> with W of shape <c>[out, in]</c>, as <c>torch.nn.Linear</c>. A hidden layer may normalize before its
/// activation and apply dropout after it. Weights and biases are initialized uniformly on <c>±1/√in</c>, as in PyTorch, unless an
/// initializer is given; then biases start at 0. A <see cref="PReLU"/> adds its weight, one slope that starts at ¼, to the parameters of
/// its layer; a normalization adds a weight that starts at 1 and a bias that starts at 0.
/// </remarks>
/// <param name="Widths">The widths of input, hidden layers and output; at least two, each at least 1.</param>
/// <param name="Hidden">The activation of the hidden layers.</param>
/// <param name="Output">The activation of the output.</param>
/// <param name="Normalization">The normalization of hidden layers.</param>
/// <param name="Momentum">The weight of each batch in the running statistics; from 0 to 1.</param>
/// <param name="Dropout">The probability that an element of a hidden layer is dropped in training; from 0 to 1.</param>
/// <param name="Weights">The initializer of weights; null for PyTorch's default.</param>
public sealed record Perceptron(
    ImmutableArray<int> Widths, ActivationSpec Hidden, ActivationSpec Output, Normalization Normalization = Normalization.None,
    double Momentum = 0.1, double Dropout = 0, InitializerSpec? Weights = null)
    : ModelSpec, IShowsExamples<ModelSpec>
{
    readonly ByItems<int> widths = !Widths.IsDefault && Widths.Length >= 2 && Widths.All(w => w >= 1)
        ? Widths
        : throw new ArgumentException(
            $"{nameof(Widths)} must hold at least two numbers of at least 1: expected input, hidden and output widths, got " +
            $"[{(Widths.IsDefault ? "" : string.Join(", ", Widths))}].");

    /// <summary>A perceptron with ReLU hidden layers and an identity output.</summary>
    /// <param name="widths">The widths of input, hidden layers and output.</param>
    public Perceptron(params int[] widths) : this([.. widths], new ReLU(), new Identity()) { }

    /// <summary>The widths of input, hidden layers and output; at least two, each at least 1.</summary>
    public ImmutableArray<int> Widths => widths.Items;

    /// <summary>The normalization of hidden layers.</summary>
    public Normalization Normalization { get; init => field = Require.Defined(value); } = Require.Defined(Normalization);

    /// <summary>The weight of each batch in the running statistics; from 0 to 1.</summary>
    public double Momentum { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Momentum);

    /// <summary>The probability that an element of a hidden layer is dropped in training; from 0 to 1.</summary>
    public double Dropout { get; init => field = Require.UnitInterval(value); } = Require.UnitInterval(Dropout);

    /// <summary>
    /// The activation of the hidden layers; one that keeps the width and requires no argument but its input, or a <see cref="PReLU"/>.
    /// </summary>
    public ActivationSpec Hidden { get; init => field = Fitting(value, nameof(Hidden)); } = Fitting(Hidden, nameof(Hidden));

    /// <summary>The activation of the output; with the same requirements as that of the hidden layers.</summary>
    public ActivationSpec Output { get; init => field = Fitting(value, nameof(Output)); } = Fitting(Output, nameof(Output));

    /// <inheritdoc/>
    public override string Name => "perceptron";

    /// <inheritdoc/>
    public override int Inputs => Widths[0];

    /// <summary>The number of dense layers.</summary>
    public int Layers => Widths.Length - 1;

    /// <summary>The activation after a layer.</summary>
    /// <param name="layer">The layer, from 0.</param>
    /// <returns>The activation.</returns>
    public ActivationSpec ActivationOf(int layer) => layer == Layers - 1 ? Output : Hidden;

    /// <inheritdoc/>
    public override ImmutableArray<ParameterInfo> Parameters => [.. Enumerable.Range(0, Layers).SelectMany(ParametersOf)];

    /// <inheritdoc/>
    public override ImmutableArray<BufferInfo> Buffers => Normalization == Normalization.Batch
        ? [.. HiddenLayers.SelectMany(layer => (BufferInfo[])
            [new($"{layer}.norm.running_mean", [Widths[layer + 1]], 0), new($"{layer}.norm.running_var", [Widths[layer + 1]], 1)])]
        : [];

    /// <inheritdoc/>
    public override ImmutableArray<MaskInfo> Dropouts => Dropout > 0
        ? [.. HiddenLayers.Select(layer => new MaskInfo($"{layer}.dropout", new Dropout(Dropout), Widths[layer + 1]))]
        : [];

    /// <inheritdoc/>
    public static ImmutableArray<ModelSpec> Examples =>
    [
        new Perceptron(3, 4, 1), new Perceptron([4, 8, 8, 3], new Tanh(), new Identity()), new Perceptron([4, 5, 3], new PReLU(), new LogSoftmax()),
        new Perceptron([3, 4, 2], new ReLU(), new Identity(), Normalization.Batch, 0.2),
        new Perceptron([3, 4, 2], new Tanh(), new Identity(), Normalization.Layer, Weights: new XavierUniform()),
        new Perceptron([3, 6, 2], new ReLU(), new Identity(), Dropout: 0.5, Weights: new KaimingNormal()),
    ];

    IEnumerable<int> HiddenLayers => Enumerable.Range(0, Layers - 1);

    /// <inheritdoc/>
    public override ImmutableArray<Stage> Stages(bool training) => [.. PerceptronStages.Of(this, training)];

    /// <inheritdoc/>
    public override ImmutableArray<Tensor<T>> Init<T>(ulong seed)
    {
        var random = new Xoshiro(seed);
        return [.. Enumerable.Range(0, Layers)
            .SelectMany(layer => ParametersOf(layer).Select(p => Start(p, layer).Draw<T>(p.Shape.AsSpan(), random)))];
    }

    InitializerSpec Start(ParameterInfo parameter, int layer)
    {
        double bound = 1 / Math.Sqrt(Widths[layer]);
        return parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "weight" => Weights ?? new Uniform(-bound, bound),
            "bias" => Weights is null ? new Uniform(-bound, bound) : new ConstantValue(0),
            "slope" => new ConstantValue(0.25),
            "norm.weight" => new ConstantValue(1),
            _ => new ConstantValue(0),
        };
    }

    static ActivationSpec Fitting(ActivationSpec activation, string name)
    {
        ArgumentNullException.ThrowIfNull(activation, name);
        return activation.KeepsShape && (activation is PReLU || activation.Operands.Skip(1).All(o => o.Optional))
            ? activation
            : throw new ArgumentException(
                $"{name} must keep the width of its layer and need no argument but its input: expected such an activation, got {activation.Name}.");
    }

    IEnumerable<ParameterInfo> ParametersOf(int layer)
    {
        nint width = Widths[layer + 1];
        yield return new($"{layer}.weight", [width, Widths[layer]]);
        yield return new($"{layer}.bias", [width]);
        if (Normalization != Normalization.None && layer < Layers - 1)
        {
            yield return new($"{layer}.norm.weight", [width]);
            yield return new($"{layer}.norm.bias", [width]);
        }
        if (ActivationOf(layer) is PReLU)
            yield return new($"{layer}.slope", [1]);
    }
}
