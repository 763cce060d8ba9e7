using System.Runtime.InteropServices;
using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class ErrorTests
{
    public ErrorTests() => SystemLibTorch.Need();

    [Fact]
    public void An_error_of_libtorch_is_one_line_of_its_own_words()
    {
        using Tensor a = ones(2), b = ones(3);
        string message = Assert.Throws<ExternalException>(() => a + b).Message;
        Assert.Equal("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", message);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        Tensor a = ones(2);
        a.Dispose();
        Assert.True(a.IsInvalid);
        Assert.Throws<InvalidOperationException>(() => a + 1);
        Assert.Throws<InvalidOperationException>(() => a.shape);
    }

    [Fact]
    public void Reading_as_another_type_is_refused()
    {
        using Tensor a = ones(2);
        Assert.Throws<ArgumentException>(() => a.data<double>());
        Assert.Throws<ArgumentException>(() => a.item<float>());
    }

    [Fact]
    public void An_array_that_does_not_fill_the_shape_is_refused()
    {
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, [3L]));
    }
}
