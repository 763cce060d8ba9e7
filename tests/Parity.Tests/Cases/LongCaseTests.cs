using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Planted;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Cases with a long dimension, of which a sample is judged.</summary>
public sealed class LongCaseTests
{
    static readonly OpEntry[] Functions = [.. Catalog.All.Where(entry => entry.Kind is OpKind.Loss or OpKind.Activation or OpKind.Layer)];

    // What a report draws of each op and element type.
    static readonly int Usual = CaseBudget.Report.For(2 * Catalog.All.Count(entry => entry.IsComputed));

    [Fact]
    public void A_report_has_every_length_of_every_op_in_both_types()
    {
        foreach (OpEntry entry in Functions)
        {
            Has<float>(entry);
            Has<double>(entry);
        }

        // An even length, or a multiple, is the next one.
        static void Has<T>(OpEntry entry) where T : unmanaged, IFloatingPointIeee754<T>
        {
            nint[] drawn = [.. Long<T>(entry).Select(c => c.Operands[c.Function.Lead.Name].Lengths.ToArray().Max())];
            Assert.All(LongShapes.Lengths.ToArray(), length => Assert.Contains(drawn, n => n >= length && n <= length + 3));
        }
    }

    [Fact]
    public void A_long_case_reads_back_from_where_it_was_drawn()
    {
        foreach (OpEntry entry in Functions)
        {
            FunctionCase<float> drawn = Long<float>(entry).First();
            var read = (FunctionCase<float>)CaseReader.Read(drawn.Request());
            Assert.Equal($"{{\"op\":\"{drawn.Kind.ToString().ToLowerInvariant()}\",\"dtype\":\"float32\",\"name\":\"{entry.Name}\",\"seed\":1,\"case\":{read.Origin!.Index}}}",
                drawn.Request());
            Assert.Equal(drawn.Request(), read.Request());
            foreach (string name in drawn.Operands.Names.Where(name => !drawn.Operands[name].IsIndices))
                Assert.Equal(drawn.Operands[name].Numbers.Flat().ToArray(), read.Operands[name].Numbers.Flat().ToArray());
        }
    }

    [Theory]
    [InlineData("""{"op":"loss","name":"huber_loss","seed":1,"case":-1}""")]
    [InlineData("""{"op":"loss","name":"huber_loss","seed":-1,"case":6}""")]
    [InlineData("""{"op":"loss","name":"huber_loss","seed":1,"case":1.5}""")]
    [InlineData("""{"op":"schedule","name":"step_lr","seed":1,"case":6}""")]
    public void A_place_where_nothing_is_drawn_is_refused(string json) =>
        Assert.StartsWith("case must be the index of one that is drawn", Assert.ThrowsAny<ArgumentException>(() => CaseReader.Read(json)).Message);

    [Theory, InlineData(65), InlineData(257), InlineData(1000)]
    public void A_sample_has_the_ends_and_what_lies_beside_the_widths_of_loops(int length)
    {
        int[] sample = [.. Sample.Elements([length])];
        Assert.InRange(sample.Length, 32, 64);
        Assert.Superset(new HashSet<int> { 0, 1, 7, 8, 15, 16, 31, 32, 63, 64, length / 8 * 8 - 1, length / 64 * 64, length - 1 }, sample.ToHashSet());
        Assert.All(sample, i => Assert.InRange(i, 0, length - 1));
    }

    [Fact]
    public void A_sample_has_the_first_and_the_last_element_whichever_dimension_is_long()
    {
        Assert.All([(nint[])[3, 257], [257, 3], [2, 257, 2]], shape =>
        {
            int[] sample = [.. Sample.Elements(shape)];
            Assert.Equal(0, sample[0]);
            Assert.Equal((int)Shape.Count(shape) - 1, sample[^1]);
        });
    }

    [Fact]
    public void A_wanted_element_is_the_same_as_among_all_elements()
    {
        foreach (OpEntry entry in Functions)
        {
            FunctionCase<float> sampled = Long<float>(entry).First(c => c.Operands[c.Function.Lead.Name].Lengths.ToArray().Max() < 70);
            var whole = new FunctionCase<float>(sampled.Function, sampled.Operands, sampled.Gradients, sampled.Cotangent);
            Defined<Plain>[] some = [.. sampled.Define<Plain>()], all = [.. whole.Define<Plain>()];
            for (int q = 0; q < all.Length; q++)
                foreach (int i in sampled.Judged(q, all[q].Elements.Length))
                    Assert.Equal(all[q].Elements[i].Value, some[q].Elements[i].Value);
        }
    }

    // Each is right on every short case.
    [Theory, InlineData("relu"), InlineData("softplus"), InlineData("softmax"), InlineData("glu"), InlineData("huber_loss"), InlineData("cross_entropy"),
        InlineData("dice_loss"), InlineData("cosine_embedding_loss"), InlineData("triplet_margin_loss"), InlineData("layer_norm"), InlineData("batch_norm"),
        InlineData("linear"), InlineData("l2_penalty"), InlineData("ctc_loss")]
    public void An_error_from_the_65th_element_on_is_found(string op) => Finds(op, new Beyond((_, at) => at >= 64));

    [Theory, InlineData("tanh"), InlineData("log_softmax"), InlineData("mse_loss"), InlineData("nll_loss"), InlineData("jensen_shannon_divergence"),
        InlineData("rms_norm"), InlineData("group_norm")]
    public void An_error_in_the_last_of_257_elements_is_found(string op) => Finds(op, new Beyond((count, at) => count >= 257 && at == count - 1));

    [Theory, InlineData("softmin"), InlineData("cross_entropy"), InlineData("sparsemax_loss"), InlineData("poly_loss_cross_entropy")]
    public void An_error_from_class_200_of_1000_on_is_found(string op) => Finds(op, new Beyond((count, at) => count >= 1000 && at >= 200));

    [Fact]
    public void The_value_of_a_long_row_alone_being_wrong_is_found() =>
        Finds("softmin", new Beyond((count, _) => count > 64, double.NaN));

    [Fact]
    public void A_log_softmax_of_a_row_that_no_lane_fills_has_a_gradient_of_ones()
    {
        foreach (int length in (int[])[63, 64, 65, 127, 129, 255, 1000])
        {
            Tensor<double> x = Tensor.Create(new double[length], [length]);
            Tensor<double> gradient = Backends.Native.Activation<double>(new LogSoftmax()).Evaluate(Operands<double>.Of(x)).Gradients["input"];
            Assert.All(gradient.Flat().ToArray(), g => Assert.InRange(g, -1e-13, 1e-13));
        }
    }

    static void Finds(string op, Beyond error)
    {
        OpEntry entry = Catalog.Find(op);
        Assert.True(Found<float>(entry, error) || Found<double>(entry, error), $"{op} was not found wrong.");
    }

    static bool Found<T>(OpEntry entry, Beyond error) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var judge = new Judge(new OtherFunction(Backends.Native, entry.Name, error));
        return Long<T>(entry).Any(c => !judge.Of(c).Holds);
    }

    static IEnumerable<FunctionCase<T>> Long<T>(OpEntry entry) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(entry, 1);
        return Enumerable.Range(0, Usual).Select(draw.At).OfType<FunctionCase<T>>().Where(c => c.IsSampled);
    }

    /// <summary>Changes the elements of gradients, or of a value that is not reduced, at some places.</summary>
    sealed class Beyond(Func<int, int, bool> where, double factor = 1.01) : IFunctionChange
    {
        public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients, Tensor<T>? cotangent)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
            return new(Changed(good.Value), good.Gradients.ToImmutableDictionary(g => g.Key, g => Changed(g.Value)));
        }

        Tensor<T> Changed<T>(Tensor<T> from) where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] numbers = from.Flat().ToArray();
            for (int i = 0; i < numbers.Length; i++)
                if (where(numbers.Length, i))
                    numbers[i] *= T.CreateChecked(factor);
            return Tensor.Create(numbers, from.Lengths);
        }
    }
}
