using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>CTC: the negative log-likelihood of a label sequence, summed over all its alignments with a longer input sequence.</summary>
/// <remarks>
/// <c>−ln Σ Π p</c>, summed over all alignments (the labels with repetitions and blanks between them) of the first <c>input_lengths</c>
/// steps. Derivative with respect to <c>log_probs</c>: <c>eˣ − γ</c>, where γ is the posterior probability of the class in that step, given
/// the labels. As in PyTorch it is the derivative with respect to the logits of a log-softmax, so it holds where the probabilities sum to
/// 1. The mean first divides each loss by the number of its labels, at least 1. With respect to unconstrained log-probabilities the
/// derivative would be <c>−γ</c>; libtorch includes eˣ whether they sum to 1 or not, and so does this loss. As there, the derivatives of an
/// infinite loss are NaN in all its steps, those of a log-probability of −∞ are NaN, and those after the end of a sequence are 0. A. Graves
/// and others, 2006. Same as <c>torch.nn.CTCLoss</c>, which reads out of bounds where a label is not a class; here such labels are refused,
/// and so are blanks as labels and sequences of no steps.
/// </remarks>
/// <param name="Blank">The index of the blank, the class that means no label; at least 0.</param>
/// <param name="ZeroInfinity">Whether an infinite loss, of labels that do not fit into the steps, is 0 with derivative 0.</param>
/// <param name="Reduction">How the losses of sequences are reduced.</param>
public sealed record ConnectionistTemporalClassification(int Blank = 0, bool ZeroInfinity = false, Reduction Reduction = Reduction.Mean)
    : LossSpec(Reduction), IShowsExamples<LossSpec>
{
    // The sum of three ways to a state, in logarithms.
    const int PerState = 30;

    /// <summary>The index of the blank, the class that means no label; at least 0.</summary>
    public int Blank { get; init => field = Require.AtLeast(value, 0); } = Require.AtLeast(Blank, 0);

    /// <inheritdoc/>
    public override string Name => "ctc_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
    [
        new("log_probs", Differentiable: true) { Domain = Domain.LogProbability }, new("targets", OperandKind.Indices),
        new("input_lengths", OperandKind.Indices), new("target_lengths", OperandKind.Indices),
    ];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new ConnectionistTemporalClassification(), new ConnectionistTemporalClassification(1, ZeroInfinity: true, Reduction.Sum),
         new ConnectionistTemporalClassification(Reduction: Reduction.None)];

    /// <inheritdoc/>
    public override ShapeFamily LeadShapes => ShapeFamily.Sequences;

    /// <inheritdoc/>
    public override string ShapeText(string operand) => operand switch
    {
        "targets" => "[N, S] or [the sum of target_lengths]",
        "input_lengths" or "target_lengths" => "[N]; [] for [T, C]",
        _ => base.ShapeText(operand),
    };

    /// <inheritdoc/>
    public override bool FitsLead(ReadOnlySpan<nint> lead) => lead.Length is 2 or 3 && lead[0] > 0 && lead[^1] > Blank;

    /// <summary>The number of sequences: 1 where there is no batch.</summary>
    /// <param name="lead">The shape of the log-probabilities.</param>
    /// <returns>N.</returns>
    public static int Batch(ReadOnlySpan<nint> lead) => lead.Length == 3 ? checked((int)lead[1]) : 1;

    /// <summary>The offset of the labels of a sequence among all targets.</summary>
    /// <param name="targets">The shape of the targets: <c>[N, S]</c>, or <c>[Σ target_lengths]</c>.</param>
    /// <param name="lengths">The number of labels of each sequence.</param>
    /// <param name="sequence">The sequence, from 0.</param>
    /// <returns>The position of its first label.</returns>
    public static int Start(ReadOnlySpan<nint> targets, ReadOnlySpan<long> lengths, int sequence)
    {
        if (targets.Length == 2)
            return sequence * (int)targets[1];
        long start = 0;
        foreach (long length in lengths[..sequence])
            start += length;
        return (int)start;
    }

    /// <inheritdoc/>
    public override Tensor<long> DrawIndices(string operand, ReadOnlySpan<nint> lead, IReadOnlyDictionary<string, Tensor<long>> drawn, Xoshiro random)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(random);
        int batch = Batch(lead), classes = (int)lead[^1], most = classes > 1 ? 3 : 0;
        if (operand == "targets")
        {
            nint[] shape = random.Next(3) == 0 ? [random.Next(most * batch + 1)] : [batch, 1 + random.Next(3)];
            return Tensor.Create([.. Enumerable.Range(0, (int)Shape.Count(shape)).Select(_ => Label(random.Next(Math.Max(classes - 1, 1))))], shape);
        }
        var lengths = new long[batch];
        nint[] targets = operand == "target_lengths" ? drawn["targets"].Lengths.ToArray() : [];
        int left = targets.Length == 1 ? (int)targets[0] : 0;
        for (int n = 0; n < batch; n++)
        {
            lengths[n] = targets.Length switch
            {
                0 => random.Next(3) > 0 ? lead[0] : 1 + random.Next((int)lead[0]),
                1 => n == batch - 1 ? left : random.Next(left + 1),
                _ => random.Next(Math.Min((int)targets[1], most) + 1),
            };
            left -= (int)lengths[n];
        }
        return Tensor.Create(lengths, [batch]);

        long Label(int other) => other < Blank ? other : Math.Min(other + 1, classes - 1);
    }

    /// <inheritdoc/>
    public override ImmutableArray<nint> ScalarShape(IReadOnlyDictionary<string, ImmutableArray<nint>> shapes, ImmutableArray<nint> value)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return Reduction != Reduction.None || shapes["log_probs"].Length == 2 ? [] : value;
    }

    /// <inheritdoc/>
    public override void CheckFlat() =>
        throw new NotSupportedException($"{Name} must be given tensors: expected sequences of rows, got flat memory.");

    /// <summary>Every time beside every label of the targets and every blank between them.</summary>
    /// <inheritdoc/>
    public override double Multiplications<T>(Operands<T> operands) =>
        PerState * Shape.Extent(operands["log_probs"].Lengths[..1])
            * (2 * Shape.Extent(operands["targets"].Lengths) + Batch(operands["log_probs"].Lengths));

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        ReadOnlySpan<nint> lead = operands["log_probs"].Lengths;
        if (!FitsLead(lead))
            throw new ArgumentException(
                $"log_probs must be a sequence of rows that have the blank: expected [T, C] or [T, N, C] with C greater than {Blank}, got " +
                $"{Shape.Text(lead)}.");
        int batch = Batch(lead);
        CheckLengths(operands, "input_lengths", batch, 1, lead[0]);
        Tensor<long> targets = operands["targets"].Indices;
        CheckLengths(operands, "target_lengths", batch, 0, targets.Rank == 2 ? targets.Lengths[1] : targets.FlattenedLength);
        ReadOnlySpan<long> lengths = operands["target_lengths"].Indices.Flat(), labels = targets.Flat();
        long total = 0;
        foreach (long length in lengths)
            total += length;
        if (targets.Rank == 2 ? targets.Lengths[0] != batch : targets.Rank != 1 || total != targets.FlattenedLength)
            throw new ArgumentException(
                $"targets must hold the labels of all sequences: expected [{batch}, S] or [{total}], got {Shape.Text(targets.Lengths)}.");
        for (int n = 0, start = 0; n < batch; start += (int)(targets.Rank == 2 ? targets.Lengths[1] : lengths[n]), n++)
            foreach (long label in labels.Slice(start, (int)lengths[n]))
                if (label < 0 || label >= lead[^1] || label == Blank)
                    throw new ArgumentOutOfRangeException(null,
                        $"targets must hold classes: expected 0 to {lead[^1] - 1} but not {Blank}, got {label}.");
        return Reduced([batch]);
    }

    static void CheckLengths<T>(Operands<T> operands, string name, int batch, long smallest, long most)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Tensor<long> lengths = operands[name].Indices;
        if (!lengths.Lengths.SequenceEqual([batch]))
            throw new ArgumentException($"{name} must have one length per sequence: expected [{batch}], got {Shape.Text(lengths.Lengths)}.");
        foreach (long length in lengths.Flat())
            if (length < smallest || length > most)
                throw new ArgumentOutOfRangeException(null, $"{name} must hold lengths: expected {smallest} to {most}, got {length}.");
    }
}
