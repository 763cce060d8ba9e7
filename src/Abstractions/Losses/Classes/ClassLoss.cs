using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>A loss over C classes, of a row of scores (logits or log-probabilities) per example and its class.</summary>
/// <remarks>
/// The prediction has shape <c>[C]</c>, <c>[N, C]</c> or <c>[N, C, d₁, …]</c>; class indices have the same shape without C
/// (<c>[1]</c> for a single example).
/// </remarks>
public abstract record ClassLoss : LossSpec
{
    /// <summary>Builds a loss over classes.</summary>
    /// <param name="reduction">How the losses of rows are reduced.</param>
    protected ClassLoss(Reduction reduction) : base(reduction) { }

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction, new("target", OperandKind.Indices), ClassWeight];

    /// <inheritdoc/>
    public override ShapeFamily LeadShapes => MaxRank > 2 ? ShapeFamily.DeepRows : ShapeFamily.Rows;

    /// <summary>One weight per class.</summary>
    protected static OperandInfo ClassWeight { get; } = new("weight", Optional: true) { Domain = Domain.Weight };

    /// <summary>A class index that means <i>no class</i> (PyTorch's <c>ignore_index</c>), or null.</summary>
    protected virtual long? Ignored => null;

    /// <inheritdoc/>
    public override bool TakesScalars => false;

    string OrProbabilities => Operands.Any(o => o.Kind == OperandKind.NumbersOrIndices) ? $"; probabilities: as {Lead.Name}" : "";

    /// <summary>The largest rank of a prediction.</summary>
    protected virtual int MaxRank => int.MaxValue;

    /// <summary>The dimension of the classes in a prediction: the first without a batch, else the second.</summary>
    /// <param name="prediction">The shape.</param>
    /// <returns>0 or 1.</returns>
    public static int ClassDimension(ReadOnlySpan<nint> prediction) => prediction.Length == 1 ? 0 : 1;

    /// <summary>The shape in which one number per class broadcasts to a prediction.</summary>
    /// <param name="prediction">The shape of a prediction.</param>
    /// <returns><c>[C]</c>, or <c>[C, 1, …]</c>.</returns>
    public static nint[] ClassShape(ReadOnlySpan<nint> prediction)
    {
        int dimension = ClassDimension(prediction);
        return [prediction[dimension], .. Enumerable.Repeat<nint>(1, prediction.Length - dimension - 1)];
    }

    /// <summary>The shape of the rows: the prediction's without the classes; <c>[1]</c> for a single example.</summary>
    /// <param name="prediction">The shape of a prediction.</param>
    /// <returns>The shape of class indices and of unreduced losses.</returns>
    public static nint[] RowShape(ReadOnlySpan<nint> prediction) =>
        prediction.Length == 1 ? [1] : [prediction[0], .. prediction[2..]];

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand == "weight" ? "[C]"
        : Operands.Any(o => o.Name == operand && o.Kind != OperandKind.Numbers) ? $"as {Lead.Name} without C{OrProbabilities}"
            : base.ShapeText(operand);

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) =>
        operand == "weight" ? [[lead[ClassDimension(lead)]]] : base.ShapesOf(operand, lead);

    /// <inheritdoc/>
    public override Tensor<long> DrawIndices(string operand, ReadOnlySpan<nint> lead, IReadOnlyDictionary<string, Tensor<long>> drawn, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int classes = (int)lead[ClassDimension(lead)];
        nint[] rows = RowShape(lead);
        var labels = new long[Shape.Count(rows)];
        for (int row = 0; row < labels.Length; row++)
            labels[row] = Ignored is { } skip && random.Next(6) == 0 ? skip : random.Next(classes);
        return Tensor.Create(labels, rows);
    }

    /// <inheritdoc/>
    public override void CheckFlat() => throw new NotSupportedException($"{Name} must be given tensors: expected rows of classes, got flat memory.");

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> prediction = operands["input"].Lengths;
        if (prediction.Length == 0 || prediction.Length > MaxRank || prediction[ClassDimension(prediction)] == 0)
            throw new ArgumentException(
                $"prediction must have a dimension of classes: expected [C] or [N, C{(MaxRank > 2 ? ", …" : "")}] with at least one class, got " +
                $"{Shape.Text(prediction)}.");
        nint classes = prediction[ClassDimension(prediction)];
        if (operands.TryNumbers("weight", out Tensor<T>? weight))
            Require.Shape(weight, [classes], "one number per class");
        nint[] rows = RowShape(prediction);
        Operand<T> target = operands["target"];
        if (!target.IsIndices)
            CheckProbabilities(operands, target.Numbers, prediction);
        else if (!target.Lengths.SequenceEqual(rows))
            throw new ArgumentException(
                $"target must have one class index per row of prediction: expected {Shape.Text(rows)}, got {Shape.Text(target.Lengths)}.");
        else
            CheckRange(target.Indices, classes);
        return Reduced(rows);
    }

    /// <summary>Requires that class probabilities given as the target fit.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="operands">The arguments.</param>
    /// <param name="target">The probabilities.</param>
    /// <param name="prediction">The shape of the prediction.</param>
    protected virtual void CheckProbabilities<T>(Operands<T> operands, Tensor<T> target, ReadOnlySpan<nint> prediction)
        where T : unmanaged, IFloatingPointIeee754<T> => Require.Shape(target, prediction, "prediction");

    void CheckRange(Tensor<long> target, nint classes)
    {
        ReadOnlySpan<long> labels = target.Flat();
        // Most labels are within the range, and a range is compared faster than an option.
        if (!labels.ContainsAnyExceptInRange(0, (long)classes - 1))
            return;
        long? ignored = Ignored;
        foreach (long label in labels)
            if ((label < 0 || label >= classes) && label != ignored)
                throw new ArgumentOutOfRangeException(null,
                    $"target must hold class indices: expected 0 to {classes - 1}{(ignored is { } i ? $" or {i}" : "")}, got {label}.");
    }
}
