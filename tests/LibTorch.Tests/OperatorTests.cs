using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class OperatorTests
{
    public OperatorTests() => SystemLibTorch.Need();

    [Fact]
    public void Arithmetic_of_small_integers_is_exact()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new[] { 1.0, 2.0, 3.0, 4.0 }), b = tensor(new[] { 4.0, 3.0, 2.0, 1.0 });
        Assert.Equal([5.0, 5, 5, 5], (a + b).data<double>().ToArray());
        Assert.Equal([-3.0, -1, 1, 3], (a - b).data<double>().ToArray());
        Assert.Equal([4.0, 6, 6, 4], (a * b).data<double>().ToArray());
        Assert.Equal([0.25, 0.5, 0.75, 1], (a / 4).data<double>().ToArray());
        Assert.Equal([9.0, 8, 7, 6], (10 - a).data<double>().ToArray());
        Assert.Equal([9.0, 8, 7, 6], a.add(b, 2).data<double>().ToArray());
        Assert.Equal([5.0, 8, 9, 8], a.addcmul(a, b, 1).data<double>().ToArray());
        Assert.Equal([false, false, true, true], (a - b).gt(0).data<bool>().ToArray());
        Assert.Equal([4.0, 3, 3, 4], where((a - b).gt(0), a, b).data<double>().ToArray());
    }

    [Fact]
    public void Reductions_keep_or_drop_their_dimension()
    {
        using var scope = NewDisposeScope();
        Tensor matrix = arange(6, float64).reshape(2, 3);
        Assert.Equal(15, matrix.sum().item<double>());
        Assert.Equal([3.0, 12], matrix.sum(1L).data<double>().ToArray());
        Assert.Equal([1L, 3], matrix.mean([0L], keepdim: true).shape);
        Assert.Equal([2.0, 5], matrix.max(1L).values.data<double>().ToArray());
    }

    [Fact]
    public void A_strided_view_is_read_in_its_own_order()
    {
        using var scope = NewDisposeScope();
        Tensor transposed = arange(6, float32).reshape(2, 3).t();
        Assert.Equal([0f, 3, 1, 4, 2, 5], transposed.reshape(6).data<float>().ToArray());
        float[] copied = new float[6];
        transposed.data<float>().CopyTo(copied);
        Assert.Equal([0f, 3, 1, 4, 2, 5], copied);
    }

    [Fact]
    public void Elements_survive_the_way_in_and_out_bit_by_bit()
    {
        using var scope = NewDisposeScope();
        double[] strange = [0.0, -0.0, double.Epsilon, double.MaxValue, double.NegativeInfinity, double.NaN, 1.0 / 3];
        double[] back = tensor(strange).data<double>().ToArray();
        Assert.Equal(strange.Select(BitConverter.DoubleToInt64Bits), back.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal([1L, long.MaxValue], tensor(new[] { 1L, long.MaxValue }).data<long>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal([2L, 2], tensor(new[] { 1f, 2, 3, 4 }, [2L, 2]).shape);
        Assert.Empty(tensor(Array.Empty<float>()).data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_holds_a_copy_of_its_array()
    {
        float[] source = [1, 2];
        using Tensor copy = tensor(source);
        source[0] = 9;
        Assert.Equal([1f, 2], copy.data<float>().ToArray());
    }
}
