using System.Diagnostics;

namespace ParityNet.TorchTests.Loading;

/// <summary>A process of its own that loads the torch backend with a home and a temporary folder of its own, and says what became of it.</summary>
sealed class Child : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("paritynet-");
    readonly Dictionary<string, string> environment = [];
    readonly List<string> program = ["dotnet", typeof(Child).Assembly.Location];

    public Child()
    {
        foreach (string folder in (string[])[Home, Temporary, Natives])
            Directory.CreateDirectory(folder);
    }

    public string Home => Path.Combine(root.FullName, "home");

    public string Temporary => Path.Combine(root.FullName, "tmp");

    /// <summary>A folder for libraries, empty at first; the child looks there once it is told to.</summary>
    public string Natives => Path.Combine(root.FullName, "natives");

    /// <summary>Its folder of packages, which is not there at first.</summary>
    public string Packages => Path.Combine(Home, ".nuget", "packages");

    /// <summary>The files that stand in its home and temporary folder.</summary>
    public string[] Written => [.. ((string[])[Home, Temporary]).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))];

    /// <summary>Sets a variable of the child.</summary>
    public Child With(string name, string value)
    {
        environment[name] = value;
        return this;
    }

    /// <summary>Lets the child find libraries in <see cref="Natives"/> alone.</summary>
    public Child WithItsNatives() => With("PARITY_NATIVES", Natives);

    /// <summary>Runs it through a shell that does something first.</summary>
    public Child After(string command)
    {
        program.InsertRange(0, ["unshare", "--mount", "sh", "-c", $"{command} && exec \"$0\" \"$@\""]);
        return this;
    }

    /// <summary>Runs it to its end, and gives its lines.</summary>
    public async Task<string[]> Run()
    {
        (int exitCode, string[] lines, string error) = await End();
        Assert.Equal((0, ""), (exitCode, error));
        return lines;
    }

    /// <summary>Runs it to whatever end, and gives its exit code, its lines and what it said of errors.</summary>
    public async Task<(int ExitCode, string[] Lines, string Error)> End()
    {
        var start = new ProcessStartInfo(program[0], program.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root.FullName };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        start.Environment.Remove("XDG_CACHE_HOME");
        start.Environment.Remove("NUGET_PACKAGES");
        start.Environment["HOME"] = Home;
        start.Environment["TMPDIR"] = Temporary;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Child).Assembly.Location;
        // Debuggers' sockets are files too.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries), await error);
    }

    public void Dispose() => root.Delete(recursive: true);
}
