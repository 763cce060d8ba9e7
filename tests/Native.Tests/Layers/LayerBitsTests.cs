using System.Numerics;
using ParityNet.Layers;

namespace ParityNet.Native.Tests.Layers;

/// <summary>What a layer gives depends on its arguments alone.</summary>
public class LayerBitsTests
{
    // Short runs and long ones, narrow lines and wide ones, batches of several chunks.
    static readonly nint[][] Channels = [[0, 3], [2, 1], [5, 3], [40, 10], [3, 100], [2, 600], [4, 3, 5], [3, 2, 63], [3, 2, 64], [2, 3, 10, 13], [3000, 7]];

    public static TheoryData<LayerSpec> ChannelLayers => [new BatchNorm(), new BatchNorm(true), new BatchStatistics()];

    [Theory, MemberData(nameof(ChannelLayers))]
    public void Channels_have_the_same_bits_at_every_width(LayerSpec spec)
    {
        foreach (nint[] shape in Channels.Where(shape => shape[0] > 0 || spec is BatchNorm { Training: false }))
            Widths(spec, shape);
    }

    [Theory, InlineData(1, 5), InlineData(2, 9), InlineData(10, 33), InlineData(63, 8), InlineData(64, 3), InlineData(100, 3), InlineData(1000, 2), InlineData(5, 0)]
    public void Normalised_rows_have_the_same_bits_at_every_width(int length, int rows)
    {
        Widths(new LayerNorm([length]), [rows, length]);
        Widths(new RmsNorm([length]), [rows, length]);
        Widths(new GroupNorm(3), [rows, 6, length]);
        Widths(new GroupNorm(1), [rows, length, 1]);
    }

    [Theory, InlineData(1, 1), InlineData(7, 5), InlineData(40, 20), InlineData(3, 100), InlineData(0, 4)]
    public void Dense_layers_have_the_same_bits_at_every_width(int rows, int inputs) => Widths(new Linear(), [rows, inputs]);

    [Fact]
    public void Large_layers_have_the_same_bits_for_every_number_of_threads()
    {
        foreach ((LayerSpec spec, nint[] shape) in ((LayerSpec, nint[])[])[(new BatchNorm(true), [30_002, 10]), (new BatchNorm(true), [40, 9, 1000]), (new LayerNorm([10]), [30_002, 10]), (new GroupNorm(5), [3_002, 10, 9])])
            Bits.Same(Of<float>(new NativeBackend(1), spec, shape), Of<float>(new NativeBackend(4), spec, shape));
    }

    static void Widths(LayerSpec spec, nint[] shape)
    {
        foreach (NativeBackend other in Plans.Others)
        {
            Bits.Same(Of<float>(Plans.Scalar, spec, shape), Of<float>(other, spec, shape));
            Bits.Same(Of<double>(Plans.Scalar, spec, shape), Of<double>(other, spec, shape));
        }
    }

    static Evaluation<T> Of<T>(NativeBackend backend, LayerSpec spec, nint[] shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = SampleArguments.Of<T>(spec, shape, 3, true, [.. spec.Operands.Where(o => o.Optional).Select(o => o.Name)]);
        string[] gradients = [.. spec.Operands.Where(o => o.Differentiable).Select(o => o.Name)];
        return backend.Layer<T>(spec).Evaluate(operands, gradients, new Numbers<T>(9).Ordinary([.. spec.Check(operands)]));
    }
}
