using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Gated linear unit: the first half of the input, gated by the logistic function of the second half.</summary>
/// <remarks>
/// <c>a·σ(b)</c> with a and b the halves of the input along one dimension; derivatives <c>σ(b)</c> with respect to a and
/// <c>a·σ(b)·σ(−b)</c> with respect to b.
/// Y. N. Dauphin and others, 2016. Same as <c>torch.nn.functional.glu</c>.
/// </remarks>
/// <param name="Dimension">The dimension to halve, of even length; a negative one counts from the last.</param>
public sealed record Glu(int Dimension = -1) : RowActivation, IShowsExamples<ActivationSpec>
{
    /// <summary>The dimension to halve, of even length; a negative one counts from the last.</summary>
    [Option("dim")]
    public int Dimension { get; init; } = Dimension;

    /// <inheritdoc/>
    public override string Name => "glu";

    /// <inheritdoc/>
    public override bool KeepsShape => false;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Glu(), new Glu(0)];

    /// <inheritdoc/>
    public override string ShapeText(string operand) => "any with an even length along dim";

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => base.FitsLead(lead) && nint.IsEvenInteger(lead[DimensionOf(lead.Length)]);

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value) => value;

    /// <inheritdoc/>
    protected override int? Given => Dimension;

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ImmutableArray<nint> input = base.CheckShapes(operands);
        int dimension = DimensionOf(input.Length);
        return nint.IsEvenInteger(input[dimension])
            ? input.SetItem(dimension, input[dimension] / 2)
            : throw new ArgumentException(
                $"input must have two halves along dimension {dimension}: expected an even length, got {Shape.Text(input.AsSpan())}.");
    }
}
