using System.Diagnostics;

namespace ParityNet.Cli.Tests.Commands;

/// <summary>The launcher with a stand-in for the SDK, in a checkout of its own: what it builds, when, and where from.</summary>
public class LauncherTests
{
    const string Bash = "paritynet", PowerShell = "paritynet.ps1";

    // Builds slowly, and says what it runs.
    const string Sdk = """
        #!/bin/sh
        case $1 in *pwsh.dll) exec "$DOTNET" "$@" ;; esac
        if [ "$1" = build ]; then
          artifacts=$(dirname "$(dirname "$(dirname "$2")")")/artifacts
          echo built >>"$artifacts/builds"
          sleep 1
          mkdir -p "$artifacts/bin/Cli/release"
          : >"$artifacts/bin/Cli/release/paritynet.dll"
          exit 0
        fi
        echo "home=$HOME ran=$*"
        """;

    [Theory, InlineData(Bash), InlineData(PowerShell)]
    public async Task A_launcher_runs_through_links_and_spaces_and_without_a_home(string script)
    {
        using var checkout = new Checkout(script);
        Directory.CreateSymbolicLink(checkout.Folder.Sub("link"), checkout.Root);
        File.CreateSymbolicLink(checkout.Folder.Sub($"tool{Path.GetExtension(script)}"), $"link/{script}");
        (int code, string output, string error) = await checkout.Run(checkout.Folder.Sub($"tool{Path.GetExtension(script)}"), "list", "a b");
        Assert.Equal("paritynet: Building; this takes a minute or two the first time.\n", error[error.IndexOf("paritynet: Building", StringComparison.Ordinal)..]);
        Assert.Equal(0, code);
        Assert.EndsWith($" ran={checkout.Root}/artifacts/bin/Cli/release/paritynet.dll list a b\n", output, StringComparison.Ordinal);
        // Windows has no HOME.
        Assert.StartsWith(script == Bash ? "home=/" : "home= ", output, StringComparison.Ordinal);
    }

    [Theory, InlineData(Bash), InlineData(PowerShell)]
    public async Task Several_launchers_build_once(string script)
    {
        using var checkout = new Checkout(script);
        (int Code, string, string)[] all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checkout.Run(checkout.Launcher)));
        Assert.All(all, run => Assert.Equal(0, run.Code));
        Assert.Equal(1, checkout.Builds);
        await checkout.Run(checkout.Launcher);
        Assert.Equal(1, checkout.Builds);
        File.SetLastWriteTimeUtc(Path.Combine(checkout.Root, "src", "a.cs"), DateTime.UtcNow.AddMinutes(1));
        await checkout.Run(checkout.Launcher);
        Assert.Equal(2, checkout.Builds);
    }

    [Theory, InlineData(Bash), InlineData(PowerShell)]
    public async Task A_package_that_has_gone_is_fetched_again(string script)
    {
        using var checkout = new Checkout(script);
        await checkout.Run(checkout.Launcher);
        File.CreateSymbolicLink(Path.Combine(checkout.Root, "artifacts/bin/Cli/release/Package.dll"), "/nowhere/Package.dll");
        await checkout.Run(checkout.Launcher);
        Assert.Equal(2, checkout.Builds);
    }

    [Theory, InlineData(Bash), InlineData(PowerShell)]
    public async Task A_read_only_checkout_runs_what_is_built(string script)
    {
        using var checkout = new Checkout(script);
        await checkout.Run(checkout.Launcher);
        File.SetLastWriteTimeUtc(Path.Combine(checkout.Root, "src", "a.cs"), DateTime.UtcNow.AddMinutes(1));
        (int code, string output, string error) = await checkout.RunAsReader(checkout.Launcher, "list");
        Assert.Equal(0, code);
        Assert.Contains("paritynet.dll list", output, StringComparison.Ordinal);
        Assert.Contains("The sources have changed since the build, which cannot be renewed here", error, StringComparison.Ordinal);
        Assert.Equal(1, checkout.Builds);
    }

    [Fact]
    public async Task PowerShell_passes_lists_on_as_they_are_written()
    {
        using var checkout = new Checkout(PowerShell);
        string prompt = checkout.Folder.File("prompt.ps1", $$"""& '{{checkout.Launcher}}' check --dtype float32,float64 --hidden 64,32 --seed 18446744073709551615 --lr=1e-3 '{"a":[1,2]}' ''""" + "\n");
        (_, string output, _) = await checkout.Run(prompt);
        Assert.EndsWith("paritynet.dll check --dtype float32,float64 --hidden 64,32 --seed 18446744073709551615 --lr=1e-3 {\"a\":[1,2]} \n", output, StringComparison.Ordinal);
    }

    // On the path, or where .ci/run installs it.
    static string? Installed() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(Repository.Path("artifacts", "powershell"))
        .Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);

    sealed class Checkout : IDisposable
    {
        readonly string script;
        readonly string? powerShell;

        public Checkout(string script)
        {
            this.script = script;
            Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for the SDK is a script of a shell that Windows has not.");
            powerShell = script == PowerShell ? Installed() : null;
            Assert.SkipWhen(script == PowerShell && powerShell is null, "PowerShell is missing, so its launchers are not tried.");
            foreach (string part in (string[])["src", "tests", "bench", "samples", "eng", "data", "artifacts"])
                Directory.CreateDirectory(Path.Combine(Root, part));
            foreach (string file in (string[])["a.props", "a.targets", "a.sln", "global.json", ".editorconfig", "src/a.cs"])
                File.WriteAllText(Path.Combine(Root, file), "");
            string setup = Path.ChangeExtension("setup", script == PowerShell ? "ps1" : "sh");
            File.Copy(Repository.Path("eng", setup), Path.Combine(Root, "eng", setup));
            Directory.CreateDirectory(Folder.Sub("bin"));
            File.WriteAllText(Folder.Sub("bin/dotnet"), Sdk);
            File.Copy(Repository.Path(script), Launcher);
            foreach (string file in (string[])[Folder.Sub("bin/dotnet"), Launcher])
                SetMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public TemporaryFolder Folder { get; } = new();

        public string Root => Folder.Sub("check out");

        public string Launcher => Path.Combine(Root, script);

        public int Builds => File.ReadAllLines(Path.Combine(Root, "artifacts", "builds")).Length;

        public async Task<(int Code, string Output, string Error)> Run(string launcher, params string[] arguments)
        {
            if (powerShell is not null && launcher != "setpriv")
                (launcher, arguments) = (powerShell, ["-NoProfile", "-File", launcher, .. arguments]);
            var start = new ProcessStartInfo(launcher, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
            start.Environment.Remove("HOME");
            start.Environment["DOTNET"] = Environment.ProcessPath;
            start.Environment["PATH"] = $"{Folder.Sub("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }

        /// <summary>Runs as someone who may read and not write: root as another user, others with the permission taken away.</summary>
        public async Task<(int Code, string Output, string Error)> RunAsReader(string launcher, params string[] arguments)
        {
            const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                Enter = Read | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            foreach (string folder in Directory.EnumerateDirectories(Folder.Path, "*", SearchOption.AllDirectories).Append(Folder.Path))
                SetMode(folder, Enter | UnixFileMode.UserWrite);
            foreach (string file in (string[])[Folder.Sub("bin/dotnet"), Launcher])
                SetMode(file, Enter);
            SetMode(Path.Combine(Root, "artifacts", "built-Cli.csproj"), Read);
            return Environment.UserName == "root"
                ? await Run("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", .. powerShell is null ? (string[])[] : [powerShell, "-NoProfile", "-File"], launcher, .. arguments])
                : await Run(launcher, arguments);
        }

        public static void SetMode(string path, UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, mode);
        }

        public void Dispose() => Folder.Dispose();
    }
}
