using Microsoft.Extensions.Configuration;

namespace ParityNet.DependencyInjection;

/// <summary>The backend name from the configuration, read when it is needed.</summary>
sealed class BackendSetting(IConfiguration configuration)
{
    public const string Key = "ParityNet:Backend", Default = "native";

    public string Name => configuration[Key] is { } name && !string.IsNullOrWhiteSpace(name) ? name : Default;
}
