using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Finds the inputs on which answers are wrong, from wrong and right ones.</summary>
static class Region
{
    // A region may hold so many right answers beside the wrong ones.
    const double Mixed = 0.25;

    const int Enough = 5;

    /// <summary>The region in words, such as <c>input − target = 0</c>; null where no simple one is found.</summary>
    public static string? Of<T>(IEnumerable<Observation> observations, string output) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wrong = new List<ImmutableArray<KeyValuePair<string, double>>>();
        var right = new List<ImmutableArray<KeyValuePair<string, double>>>();
        foreach (Observation observation in observations)
            foreach ((string quantity, ImmutableArray<Finding> elements) in observation.ByQuantity.Where(q => q.Quantity.Split('[')[0] == output))
                foreach (Finding finding in elements)
                    if (observation.IsTame(finding)
                        && Features((Case<T>)observation.Case, quantity, finding.Index, elements.Length) is { IsEmpty: false } features)
                        (observation.IsWrongNumber(finding) ? wrong : right).Add(features);
        if (wrong.Count < Enough || right.Count < Enough)
            return null;
        return wrong[0].Select(feature => feature.Key).Select(name => Separated(name, Values(wrong, name), Values(right, name)))
            .Where(found => found is not null).OrderBy(found => found!.Value.Mixed).Select(found => found!.Value.Words).FirstOrDefault();
    }

    static double[] Values(List<ImmutableArray<KeyValuePair<string, double>>> all, string name) =>
        [.. all.Select(features => features.FirstOrDefault(f => f.Key == name, new(name, double.NaN)).Value)];

    static (string Words, double Mixed)? Separated(string name, double[] wrong, double[] right)
    {
        if (wrong.Any(double.IsNaN))
            return null;
        double low = wrong.Min(), high = wrong.Max(), size = wrong.Max(Math.Abs), least = wrong.Min(Math.Abs);
        (string Words, Func<double, bool> Holds)[] candidates =
        [
            .. low == high ? new (string, Func<double, bool>)[] { ($"{name} = {Text(low)}", x => x == low) } : [],
            .. size == least && size != 0 ? new (string, Func<double, bool>)[] { ($"{name} = ±{Text(size)}", x => Math.Abs(x) == size) } : [],
            Bound(name, "<", high, [.. right.Where(x => x > high)], x => x <= high),
            Bound(name, ">", low, [.. right.Where(x => x < low)], x => x >= low),
            Bound($"|{name}|", "<", size, [.. right.Select(Math.Abs).Where(x => x > size)], x => Math.Abs(x) <= size),
            Bound($"|{name}|", ">", least, [.. right.Select(Math.Abs).Where(x => x < least)], x => Math.Abs(x) >= least),
        ];
        foreach ((string words, Func<double, bool> holds) in candidates)
        {
            double mixed = right.Count(holds) / (double)right.Length;
            if (mixed <= Mixed && (right.Count(holds) <= wrong.Length || mixed <= Mixed / 5))
                return (words, mixed);
        }
        return null;
    }

    // The roundest number between the last wrong and the first right one.
    static (string, Func<double, bool>) Bound(string name, string sign, double last, double[] beyond, Func<double, bool> holds)
    {
        double first = beyond.Length == 0 ? last : sign == "<" ? beyond.Min() : beyond.Max();
        double round = Enumerable.Range(1, 15)
            .Select(digits => ConstantSolver.Significant(last / 2 + first / 2, digits))
            .Prepend(0).FirstOrDefault(x => sign == "<" ? x >= last && x <= first : x <= last && x >= first, last);
        string equal = round == last ? sign == "<" ? "≤" : "≥" : sign;
        return ($"{name} {equal} {Text(round)}", holds);
    }

    static string Text(double x) => x.ToString("G4", CultureInfo.InvariantCulture);

    static ImmutableArray<KeyValuePair<string, double>> Features<T>(Case<T> @case, string quantity, int index, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var features = ImmutableArray.CreateBuilder<KeyValuePair<string, double>>();
        void Add(string name, double value) => features.Add(KeyValuePair.Create(name, value));
        if (@case is FunctionCase<T> function)
        {
            foreach (string name in function.Operands.Names.Where(name => !function.Operands[name].IsIndices))
                if (At(function.Operands[name].Numbers, index, count) is { } number)
                    Add(name, number);
            if (features is [{ Key: "input" } x, { Key: "target" } y])
            {
                Add("input − target", x.Value - y.Value);
                Add("input·target", x.Value * y.Value);
            }
        }
        if ((@case is OptimizerRunCase<T> run ? run.LastStep : @case) is OptimizerCase<T> step && quantity.EndsWith(']'))
        {
            int at = int.Parse(quantity.Split('[', ']')[1], CultureInfo.InvariantCulture);
            Add("t", step.State.Step + 1);
            if (At(step.Gradients[at], index, count) is { } g)
                Add("the gradient", g);
            if (At(step.State.Parameters[at], index, count) is { } p)
                Add("the parameter", p);
            foreach (string slot in step.Optimizer.Slots.Select(slot => slot.Name))
                if (At(step.State[slot][at], index, count) is { } kept)
                    Add(slot, kept);
        }
        return features.ToImmutable();
    }

    static double? At<T>(Tensor<T> tensor, int index, int count) where T : unmanaged, IFloatingPointIeee754<T> =>
        tensor.FlattenedLength == count ? double.CreateChecked(tensor.Flat()[index]) : null;
}
