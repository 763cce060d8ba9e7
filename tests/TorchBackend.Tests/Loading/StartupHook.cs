/// <summary>Runs in a child process before its program does: the libraries that it finds are those of the folder in <c>PARITY_NATIVES</c>.</summary>
static partial class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("PARITY_NATIVES") is { } folder)
            AppContext.SetData("NATIVE_DLL_SEARCH_DIRECTORIES", folder);
        if (Environment.GetEnvironmentVariable("PARITY_PACKAGE_FOLDER") is not null)
            AppContext.SetSwitch("ParityNet.Torch.PackageFolder", true);
        Then();
    }

    /// <summary>What else is to be done there.</summary>
    static partial void Then();
}
