using ParityNet.TorchTests.Loading;

namespace ParityNet.TorchTests;

public class RefusedGradientTests
{
    // Where this is mended, src/TorchBackend/Slopes.cs may call it.
    [Fact]
    public async Task Autograd_grad_of_TorchSharp_still_ends_the_process_where_libtorch_refuses()
    {
        Libtorch.Backend();
        using Child child = new Child().With("PARITY_REFUSED", "1");
        (int exitCode, string[] lines, _) = await child.End();
        Assert.NotEqual(0, exitCode);
        Assert.StartsWith("loss ", Assert.Single(lines), StringComparison.Ordinal);
    }
}
