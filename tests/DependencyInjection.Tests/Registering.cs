namespace ParityNet.DependencyInjectionTests;

/// <summary>The steps that the tests share: configurations, and containers that check themselves.</summary>
static class Registering
{
    public const string WhyNot = "The torch backend cannot be used on this machine: somebody ate libtorch.";

    public static IConfiguration Setting(string? backend) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["ParityNet:Backend"] = backend }).Build();

    public static ServiceProvider Built(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    /// <summary>A backend whose native library is not there.</summary>
    public static IServiceCollection AddBrokenTorch(this IServiceCollection services) =>
        services.AddBackend("torch", _ => throw new DllNotFoundException(WhyNot));
}
