using TorchSharp;
using Xunit;

namespace ParityNet.LibTorchTests;

/// <summary>Whether libtorch loads here, found out once; every test that needs it asks first.</summary>
static class SystemLibTorch
{
    static readonly string? Reason = Probe();

    internal static void Need() => Assert.SkipWhen(Reason is not null, Reason ?? "");

    static string? Probe()
    {
        try
        {
            torch.tensor(1f).Dispose();
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException)
        {
            return error.Message;
        }
    }
}
