using System.Buffers;
using ParityNet.Layers;
using ParityNet.Parity;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

/// <summary>What holds for every op there is.</summary>
public class ContractTests
{
    public static TheoryData<FunctionSpec> Functions => [.. Catalog.Examples<LossSpec>(), .. Catalog.Examples<ActivationSpec>(), .. Catalog.Examples<LayerSpec>()];

    [Theory, MemberData(nameof(Functions))]
    public void Value_and_gradients_have_the_shapes_that_the_spec_says(FunctionSpec spec)
    {
        Check(Case<float>(spec));
        Check(Case<double>(spec));

        void Check<T>(Operands<T> operands) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        {
            string[] names = [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name) && !operands[o.Name].IsIndices).Select(o => o.Name)];
            Evaluation<T> got = Bound<T>(spec).Evaluate(operands, names);
            Assert.Equal(spec.Check(operands).AsSpan(), got.Value.Lengths);
            Assert.Equal(names.Order(), got.Gradients.Keys.Order());
            foreach (string name in names)
                Assert.Equal(operands[name].Lengths, got.Gradients[name].Lengths);
            Assert.Equal(got.Value.ToArray(), Bound<T>(spec).Value(operands).ToArray());
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void Results_written_are_those_returned(FunctionSpec spec)
    {
        Operands<float> operands = Case<float>(spec);
        Evaluation<float> expected = Bound<float>(spec).Evaluate(operands), results = Bound<float>(spec).Evaluate(operands);
        results.Value.FlatForWriting().Clear();
        foreach (string name in spec.ByLead)
            results.Gradients[name].FlatForWriting().Clear();
        Bound<float>(spec).EvaluateInto(operands, results);
        Assert.Equal(expected.Value.ToArray(), results.Value.ToArray());
        foreach (string name in spec.ByLead)
            Assert.Equal(expected.Gradients[name].ToArray(), results.Gradients[name].ToArray());
        results.Value.FlatForWriting().Clear();
        Bound<float>(spec).ValueInto(operands, results.Value);
        Assert.Equal(expected.Value.ToArray(), results.Value.ToArray());
    }

    [Theory, MemberData(nameof(Functions))]
    public void Strided_slices_give_the_bits_that_dense_copies_give(FunctionSpec spec)
    {
        Operands<float> dense = Case<float>(spec);
        Operands<float> strided = dense.Names.Where(name => !dense[name].IsIndices)
            .Aggregate(dense, (all, name) => all.With(name, Strided(dense[name].Numbers)));
        Assert.Contains(strided.Names, name => !strided[name].IsIndices && !strided[name].Numbers.IsDense);
        Evaluation<float> expected = Bound<float>(spec).Evaluate(dense), got = Bound<float>(spec).Evaluate(strided);
        Assert.Equal(expected.Value.ToArray(), got.Value.ToArray());
        foreach (string name in spec.ByLead)
            Assert.Equal(expected.Gradients[name].ToArray(), got.Gradients[name].ToArray());
    }

    [Theory, MemberData(nameof(Functions))]
    public void Arguments_stay_as_they_were_and_results_share_no_memory_with_them(FunctionSpec spec)
    {
        Operands<float> operands = Case<float>(spec);
        float[] before = [.. operands[spec.Lead.Name].Numbers.ToArray()];
        Evaluation<float> got = Bound<float>(spec).Evaluate(operands);
        got.Value.FlatForWriting().Clear();
        foreach (string name in spec.ByLead)
            got.Gradients[name].FlatForWriting().Clear();
        Assert.Equal(before, operands[spec.Lead.Name].Numbers.ToArray());
    }

    [Theory, MemberData(nameof(Functions))]
    public void Wrong_arguments_are_refused_with_the_specs_own_message(FunctionSpec spec)
    {
        Operands<double> right = Case<double>(spec);
        Operands<double>[] wrong =
        [
            Operands<double>.None,
            right.With("banana", Row(1.0)),
            right.With(spec.Lead.Name, Row(0L)),
        ];
        foreach (Operands<double> operands in wrong)
        {
            var expected = Assert.ThrowsAny<ArgumentException>(() => spec.Check(operands));
            Assert.Equal(expected.Message, Assert.ThrowsAny<ArgumentException>(() => Bound<double>(spec).Value(operands)).Message);
            Assert.Equal(expected.Message, Assert.ThrowsAny<ArgumentException>(() => Bound<double>(spec).Evaluate(operands)).Message);
        }
        Assert.ThrowsAny<ArgumentException>(() => Bound<double>(spec).Evaluate(right, ["banana"]));
        Assert.ThrowsAny<ArgumentException>(() => Bound<double>(spec).Evaluate(right, cotangent: Tensor.Create(new double[9 * 13], [9, 13])));
    }

    [Fact]
    public void Element_types_other_than_float_and_double_are_refused()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Backend().Loss<Half>(new Huber()));
        Assert.Equal("huber_loss must be computed in a supported type: expected Single or Double, got Half.", refused.Message);
    }

    [Fact]
    public void Unknown_ops_are_refused_with_the_place_where_they_belong()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Backend().Activation<float>(new Unheard()));
        Assert.Equal("The torch backend must have unheard: expected a line for Unheard in src/TorchBackend/TorchBackend.Activations.cs, got none.", refused.Message);
    }

    [Fact]
    public void Info_names_TorchSharp_libtorch_its_capability_and_its_MKL()
    {
        BackendInfo info = Backend().Info;
        Assert.Equal("torch", info.Name);
        Assert.Matches(@"^\d+\.\d+\.\d+", info.Version);
        Assert.Matches(@"^TorchSharp \d+\.\d+\.\d+; libtorch \d+\.\d+\.\d+", info.Build);
        if (OperatingSystem.IsLinux())
        {
            Assert.Matches(@"; MKL \d+\.\d+", info.Build);
            Assert.Contains(Assert.Single(info.InstructionSets), (string[])["default", "avx2", "avx512"]);
        }
        Assert.InRange(info.Threads, 1, int.MaxValue);
    }

    static IFunction<T> Bound<T>(FunctionSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Backend().Function<T>(spec);

    static Operands<T> Case<T>(FunctionSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        nint[] shape = spec.LeadShapes switch
        {
            ShapeFamily.Sequences => [5, 2, 3],
            ShapeFamily.Channels => [3, 4],
            _ => [4, 4],
        };
        nint[] last = [.. spec.LeadEnding];
        return SampleArguments.Of<T>(spec, last.Length > 0 ? [2, .. last] : shape, 1);
    }

    // Every second column of a wider tensor whose other columns are NaN.
    static Tensor<float> Strided(Tensor<float> tensor)
    {
        nint[] wide = [.. tensor.Lengths];
        wide[^1] *= 2;
        float[] narrow = tensor.ToArray(), all = new float[2 * narrow.Length];
        Array.Fill(all, float.NaN);
        for (int i = 0; i < narrow.Length; i++)
        {
            int row = i / (int)tensor.Lengths[^1], column = i % (int)tensor.Lengths[^1];
            all[row * (int)wide[^1] + column] = narrow[i];
        }
        NRange[] ranges = [.. tensor.Lengths.ToArray().Select(length => new NRange(0, length))];
        return Tensor.Create(all, wide).Slice(ranges);
    }

    sealed record Unheard : ActivationSpec
    {
        public override string Name => "unheard";
    }
}
