using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Verdicts;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Evidence says how small an error could be seen in an element, beside what is computed together with it and nothing else.</summary>
public sealed class EvidenceTests
{
    const int Cases = 150;

    public static TheoryData<string> Functions => [.. Catalog.All.Where(op => op.Examples[0] is FunctionSpec).Select(op => op.Name)];

    [Theory, MemberData(nameof(Functions))]
    public void Scaling_another_example_leaves_the_evidence_unchanged(string name)
    {
        int compared = Compared<float>(name) + Compared<double>(name);
        Assert.True(compared > 0 || !Catalog.Find(name).Examples.OfType<FunctionSpec>().Any(HasIndependentRows), $"{name} was never compared.");
    }

    [Theory, MemberData(nameof(Functions))]
    public void Relative_error_of_one_part_in_256_in_the_smallest_element_of_a_group_is_caught(string name)
    {
        OpEntry entry = Catalog.Find(name);
        var judge = new Judge(new OtherFunction(Backends.Native, name, new SmallestElementOff()));
        var draw = new Draw<float>(entry, 1);
        Assert.Contains(Enumerable.Range(0, Cases), i => !judge.Of(draw.At(i)).Holds);
    }

    // Rows of a matrix product are computed together, channels and the batch of a normalization too; a reduction makes one number of all.
    static bool HasIndependentRows(FunctionSpec spec) => spec switch
    {
        ConnectionistTemporalClassification or L2Norm => false,
        LossSpec loss => loss.Reduction == Reduction.None,
        ActivationSpec or TrailingNorm or GroupNorm or Dropout => true,
        _ => false,
    };

    static int Compared<T>(string name) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(Catalog.Find(name), 5);
        var judge = new Judge(Backends.Native);
        int compared = 0;
        for (int i = 0; i < Cases && compared < 10; i++)
        {
            // Of a long case a sample is judged, whose last half need not be of the last examples.
            if (draw.At(i) is not FunctionCase<T> { IsSampled: false } drawn || !HasIndependentRows(drawn.Function) || Scaled(drawn) is not { } scaled)
                continue;
            ImmutableArray<Evidence> before = judge.Of(drawn).Evidence, after = judge.Of(scaled).Evidence;
            foreach (string output in (string[])["value", $"grads.{drawn.Function.Lead.Name}"])
                if (Last(before, output) is { } one && Last(after, output) is { } other)
                    Assert.Equal(one, other);
            compared++;
        }

        return compared;
    }

    // Multiplies the first of at least two examples by 2⁴⁰, or by 2⁻⁴⁰ where the argument is bounded.
    static FunctionCase<T>? Scaled<T>(FunctionCase<T> drawn) where T : unmanaged, IFloatingPointIeee754<T>
    {
        OperandInfo lead = drawn.Function.Lead;
        Tensor<T> given = drawn.Operands[lead.Name].Numbers;
        if (given.Rank < 2 || given.Lengths[0] < 2 || given.FlattenedLength == 0 || drawn.Operands.Names.Any(other => drawn.Operands[other].Lengths.Length > given.Rank)
            || drawn.Function is RowActivation rows && rows.DimensionOf(given.Rank) == 0 || drawn.Function is TrailingNorm norm && norm.NormalizedShape.Length == given.Rank)
            return null;
        T[] numbers = given.Flat().ToArray();
        int row = numbers.Length / (int)given.Lengths[0];
        T factor = T.CreateChecked(Math.ScaleB(1, lead.Domain is Domain.Any ? 40 : -40));
        for (int i = 0; i < row; i++)
            numbers[i] *= factor;
        return numbers[..row].All(T.IsFinite) ? drawn.With(drawn.Operands.With(lead.Name, Tensor.Create(numbers, given.Lengths))) : null;
    }

    // The evidence of the last half of the elements, which are of the last examples.
    static double[]? Last(ImmutableArray<Evidence> all, string output) =>
        all.FirstOrDefault(evidence => evidence.Output == output) is { Bits.Length: > 1 } found ? [.. found.Bits[^(found.Bits.Length / 2)..]] : null;

    /// <summary>Is off by one part in 256 in the smallest element of each row.</summary>
    sealed class SmallestElementOff : IFunctionChange
    {
        public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients, Tensor<T>? cotangent)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Evaluation<T> result = right.Evaluate(operands, gradients, cotangent);
            return result with
            {
                Value = Off(result.Value),
                Gradients = result.Gradients.ToImmutableDictionary(of => of.Key, of => Off(of.Value)),
            };
        }

        static Tensor<T> Off<T>(Tensor<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] all = numbers.Flat().ToArray();
            int row = numbers.Rank == 0 || all.Length == 0 ? all.Length : (int)numbers.Lengths[^1];
            for (int start = 0; row > 0 && start < all.Length; start += row)
            {
                int smallest = -1;
                for (int i = start; i < start + row; i++)
                    if (T.IsNormal(all[i]) && (smallest < 0 || T.Abs(all[i]) < T.Abs(all[smallest])))
                        smallest = i;
                if (smallest >= 0)
                    all[smallest] *= T.CreateChecked(1 + Math.ScaleB(1, -8));
            }

            return Tensor.Create(all, numbers.Lengths);
        }
    }
}
