/// <summary>Runs in a child process before its program does: the libraries that it finds are those of the folder in <c>PARITY_NATIVES</c>.</summary>
static partial class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("PARITY_NATIVES") is { } folder)
            AppContext.SetData("NATIVE_DLL_SEARCH_DIRECTORIES", folder);
        Then();
    }

    /// <summary>What else is to be done there.</summary>
    static partial void Then();
}
