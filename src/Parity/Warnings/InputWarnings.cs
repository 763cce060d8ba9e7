using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ParityNet.Activations;
using ParityNet.Losses;

namespace ParityNet.Parity.Warnings;

/// <summary>What can be computed, and is likely not what was meant.</summary>
/// <remarks>
/// A domain left, a silent broadcast, probabilities where their logarithms or logits are expected.
/// PyTorch or Keras warn of these, or are silent and wrong. A warning never
/// takes the place of a value.
/// </remarks>
static class InputWarnings
{
    /// <summary>The warnings on the arguments of an op.</summary>
    /// <param name="spec">The op.</param>
    /// <param name="operands">Its arguments, as the op takes them.</param>
    /// <param name="shapes">Their shapes as given; null for those of the arguments.</param>
    public static ImmutableArray<string> Of<T>(
        FunctionSpec spec, Operands<T> operands, IReadOnlyDictionary<string, ImmutableArray<nint>>? shapes = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Domains(spec, operands), .. Broadcasts(spec, operands, shapes), .. Probabilities(spec, operands), .. Choices(spec, operands)];

    /// <summary>The warnings on arguments that leave their domain.</summary>
    public static IEnumerable<string> Domains<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (OperandInfo info in spec.Operands.Where(info => operands.Has(info.Name) && !operands[info.Name].IsIndices))
        {
            double[] numbers = Array.ConvertAll(operands[info.Name].Numbers.Flat().ToArray(), double.CreateChecked);
            int first = Array.FindIndex(numbers, x => IsOutside(x, info.Domain));
            if (first >= 0)
                yield return $"{info.Name} should hold {Expected(info.Domain)}: got {Number(numbers[first])}, which is taken as it is" +
                    $"{Advice(spec, info, numbers)}.";
        }
    }

    static string Expected(Domain domain) => domain switch
    {
        Domain.Sign => "−1 and 1",
        Domain.Bit => "0 and 1",
        Domain.UnitInterval => "probabilities, from 0 to 1",
        Domain.LogProbability => "logarithms of probabilities, at most 0",
        Domain.NotNegative or Domain.Weight => "numbers of at least 0",
        Domain.Positive => "numbers above 0",
        _ => "numbers",
    };

    // NaN is nobody's number, and goes on as NaN.
    static bool IsOutside(double x, Domain domain) => domain switch
    {
        Domain.Sign => x is not (1 or -1 or double.NaN),
        Domain.Bit => x is not (0 or 1 or double.NaN),
        Domain.UnitInterval => x is < 0 or > 1,
        Domain.LogProbability => x > 0,
        Domain.NotNegative or Domain.Weight => x < 0,
        Domain.Positive => x <= 0,
        _ => false,
    };

    static string Advice(FunctionSpec spec, OperandInfo info, double[] numbers) => info.Domain switch
    {
        Domain.Sign when numbers.All(x => x is 0 or 1) => spec is Hinge or SquaredHinge
            ? "; Keras takes labels of 0 and 1 for −1 and 1" : "; labels of 0 and 1 are −1 and 1 as 2·target − 1",
        Domain.LogProbability when numbers.All(x => x is >= 0 and <= 1) => "; these look like probabilities: take their logarithm first",
        Domain.UnitInterval when info.Name == "target" && numbers.All(x => x >= 0 && x == Math.Floor(x)) =>
            "; these look like class indices: make each a one-hot row first",
        _ => "",
    };

    // Weights and variances are meant to broadcast.
    static IEnumerable<string> Broadcasts<T>(
        FunctionSpec spec, Operands<T> operands, IReadOnlyDictionary<string, ImmutableArray<nint>>? shapes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (spec is not (BroadcastLoss or RowLoss))
            yield break;
        ImmutableArray<nint> ShapeOf(string name) =>
            shapes?.GetValueOrDefault(name) is { IsDefault: false } given ? given : [.. operands[name].Lengths];
        string lead = spec.Lead.Name;
        foreach (OperandInfo info in spec.Operands.Where(info =>
            info.Name != lead && !info.Optional && info.Name != "var" && operands.Has(info.Name) && !operands[info.Name].IsIndices))
        {
            ImmutableArray<nint> one = ShapeOf(lead), other = ShapeOf(info.Name);
            if (!one.SequenceEqual(other) && Shape.Broadcast(one.AsSpan(), other.AsSpan()) is { } both)
                yield return $"{info.Name} should have the shape of {lead}: expected {Shape.Text(one.AsSpan())}, got {Shape.Text(other.AsSpan())}, " +
                    $"and both broadcast to {Shape.Text(both)}.";
        }
    }

    // The softmax is taken of the input, so that probabilities are scores between 0 and 1.
    static IEnumerable<string> Probabilities<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (spec is CrossEntropy && operands.Has("input") && AreDistributions(operands.Input.Flat().ToArray(), operands.Input.Lengths))
            yield return "input should hold logits: got probabilities, of which the softmax is taken again; their logarithms are logits, which " +
                "nll_loss takes.";
    }

    static bool AreDistributions<T>(T[] numbers, ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int axis = shape.Length == 1 ? 0 : 1, classes = (int)shape[axis], inner = (int)Shape.Count(shape[(axis + 1)..]);
        if (classes < 2 || numbers.Length == 0 || numbers.Any(x => !(x >= T.Zero && x <= T.One)))
            return false;
        // The distance of 1 to the next number is twice what rounding can do to a probability, and what adding them can is smaller.
        double rounding = classes * double.CreateChecked(T.BitIncrement(T.One) - T.One);
        double[] sums = new double[numbers.Length / classes];
        for (int i = 0; i < numbers.Length; i++)
            sums[i / (classes * inner) * inner + i % inner] += double.CreateChecked(numbers[i]);
        return sums.All(sum => Math.Abs(sum - 1) <= rounding);
    }

    static IEnumerable<string> Choices<T>(FunctionSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (spec is KullbackLeibler { Reduction: Reduction.Mean })
            yield return "reduction mean divides by the number of elements: expected batchmean for the divergence, which divides by the batch alone.";
        if (spec is not SoftmaxActivation softmax || !operands.Has("input"))
            yield break;
        nint[] shape = operands.Input.Lengths.ToArray();
        int chosen = softmax.Dimension ?? (shape.Length is 1 or 3 ? 0 : 1), axis = chosen < 0 ? chosen + shape.Length : chosen;
        if (softmax.Dimension is null)
            yield return $"dim should be named: got none, and {chosen} is taken for the shape {Shape.Text(shape)}.";
        if (axis < shape.Length && shape[axis] == 1)
            yield return $"dimension {axis} should have two elements or more: got 1, of which the softmax is always 1; for one output take sigmoid.";
    }

    static string Number(double x) => x.ToString("R", CultureInfo.InvariantCulture);
}
