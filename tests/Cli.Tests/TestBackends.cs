using ParityNet.Cli.Options;


namespace ParityNet.Cli.Tests;

/// <summary>Backends by name, or a skip that says why one does not load here.</summary>
static class TestBackends
{
    public static IBackend Get(string name)
    {
        Assert.SkipWhen(Backends.Missing(name) is not null, Backends.Missing(name) ?? "");
        return Backends.Get(name);
    }
}
