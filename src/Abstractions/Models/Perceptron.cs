using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Training;

namespace ParityNet.Models;

/// <summary>A multi-layer perceptron: dense layers, each followed by an activation.</summary>
/// <remarks>
/// <c>x⁽ˡ⁺¹⁾ = f(x⁽ˡ⁾·Wᵀ + b)</c> with W of shape <c>[out, in]</c>, as <c>torch.nn.Linear</c>. Weights and biases start uniform on
/// <c>±1/√in</c>, as in PyTorch. A <see cref="PReLU"/> adds its slope, one number that starts at ¼, to the parameters of its layer.
/// </remarks>
/// <param name="Widths">The widths of input, hidden layers and output; at least two, each at least 1.</param>
/// <param name="Hidden">The activation of the hidden layers.</param>
/// <param name="Output">The activation of the output.</param>
public sealed record Perceptron(ImmutableArray<int> Widths, ActivationSpec Hidden, ActivationSpec Output)
    : ModelSpec, IShowsExamples<ModelSpec>
{
    /// <summary>A perceptron with ReLU hidden layers and an identity output.</summary>
    /// <param name="widths">The widths of input, hidden layers and output.</param>
    public Perceptron(params int[] widths) : this([.. widths], new ReLU(), new Identity()) { }

    /// <summary>The widths of input, hidden layers and output; at least two, each at least 1.</summary>
    public ImmutableArray<int> Widths { get; } = !Widths.IsDefault && Widths.Length >= 2 && Widths.All(w => w >= 1)
        ? Widths
        : throw new ArgumentException($"{nameof(Widths)} must hold at least two numbers of at least 1: expected input, hidden and output widths, got [{(Widths.IsDefault ? "" : string.Join(", ", Widths))}].");

    /// <summary>The activation of the hidden layers; one that keeps the width and needs no argument but its input, or a <see cref="PReLU"/>.</summary>
    public ActivationSpec Hidden { get; init => field = Fitting(value, nameof(Hidden)); } = Fitting(Hidden, nameof(Hidden));

    /// <summary>The activation of the output; as that of the hidden layers.</summary>
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
    public override ImmutableArray<ParameterInfo> Parameters =>
        [.. Enumerable.Range(0, Layers).SelectMany(ParametersOf)];

    /// <inheritdoc/>
    public static ImmutableArray<ModelSpec> Examples =>
        [new Perceptron(3, 4, 1), new Perceptron([4, 8, 8, 3], new Tanh(), new Identity()), new Perceptron([4, 5, 3], new PReLU(), new LogSoftmax())];

    /// <inheritdoc/>
    public override ImmutableArray<Tensor<T>> Init<T>(ulong seed)
    {
        var random = new Xoshiro(seed);
        var all = ImmutableArray.CreateBuilder<Tensor<T>>();
        for (int layer = 0; layer < Layers; layer++)
            foreach (ParameterInfo info in ParametersOf(layer))
            {
                var data = new T[Shape.Count(info.Shape.AsSpan())];
                double bound = 1 / Math.Sqrt(Widths[layer]);
                bool slope = info.Name.EndsWith("slope", StringComparison.Ordinal);
                for (int i = 0; i < data.Length; i++)
                    data[i] = T.CreateTruncating(slope ? 0.25 : (2 * random.NextUnit() - 1) * bound);
                all.Add(Tensor.Create(data, info.Shape.AsSpan()));
            }
        return all.ToImmutable();
    }

    /// <summary>Whether two perceptrons are the same.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True where widths and activations are equal.</returns>
    public bool Equals(Perceptron? other) =>
        other is not null && Widths.SequenceEqual(other.Widths) && Hidden == other.Hidden && Output == other.Output;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Widths.Length, Widths[0], Widths[^1], Hidden, Output);

    static ActivationSpec Fitting(ActivationSpec activation, string name)
    {
        ArgumentNullException.ThrowIfNull(activation, name);
        return activation.KeepsShape && (activation is PReLU || activation.Operands.Skip(1).All(o => o.Optional))
            ? activation
            : throw new ArgumentException($"{name} must keep the width of its layer and need no argument but its input: expected such an activation, got {activation.Name}.");
    }

    IEnumerable<ParameterInfo> ParametersOf(int layer)
    {
        yield return new($"{layer}.weight", [Widths[layer + 1], Widths[layer]]);
        yield return new($"{layer}.bias", [Widths[layer + 1]]);
        if (ActivationOf(layer) is PReLU)
            yield return new($"{layer}.slope", [1]);
    }
}
