using System.Diagnostics;

namespace ParityNet.Cli.Tests.Commands;

/// <summary>The launcher with a stand-in for the SDK, in a checkout of its own: what it builds, when, and where from.</summary>
public class LauncherTests
{
    // Builds slowly, and says what it runs.
    const string Sdk = """
        #!/bin/sh
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

    [Fact]
    public async Task A_launcher_runs_through_links_and_spaces_and_without_a_home()
    {
        using var checkout = new Checkout();
        Directory.CreateSymbolicLink(checkout.Folder.Sub("link"), checkout.Root);
        File.CreateSymbolicLink(checkout.Folder.Sub("tool"), "link/paritynet");
        (int code, string output, string error) = await checkout.Run(checkout.Folder.Sub("tool"), "list", "a b");
        Assert.Equal("paritynet: Building; this takes a minute or two the first time.\n", error[error.IndexOf("paritynet: Building", StringComparison.Ordinal)..]);
        Assert.Equal(0, code);
        Assert.EndsWith($" ran={checkout.Root}/artifacts/bin/Cli/release/paritynet.dll list a b\n", output, StringComparison.Ordinal);
        Assert.StartsWith("home=/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_launchers_build_once()
    {
        using var checkout = new Checkout();
        (int Code, string, string)[] all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checkout.Run(checkout.Launcher)));
        Assert.All(all, run => Assert.Equal(0, run.Code));
        Assert.Equal(1, checkout.Builds);
        await checkout.Run(checkout.Launcher);
        Assert.Equal(1, checkout.Builds);
        File.SetLastWriteTimeUtc(Path.Combine(checkout.Root, "src", "a.cs"), DateTime.UtcNow.AddMinutes(1));
        await checkout.Run(checkout.Launcher);
        Assert.Equal(2, checkout.Builds);
    }

    [Fact]
    public async Task A_package_that_has_gone_is_fetched_again()
    {
        using var checkout = new Checkout();
        await checkout.Run(checkout.Launcher);
        File.CreateSymbolicLink(Path.Combine(checkout.Root, "artifacts/bin/Cli/release/Package.dll"), "/nowhere/Package.dll");
        await checkout.Run(checkout.Launcher);
        Assert.Equal(2, checkout.Builds);
    }

    [Fact]
    public async Task A_read_only_checkout_runs_what_is_built()
    {
        using var checkout = new Checkout();
        await checkout.Run(checkout.Launcher);
        File.SetLastWriteTimeUtc(Path.Combine(checkout.Root, "src", "a.cs"), DateTime.UtcNow.AddMinutes(1));
        (int code, string output, string error) = await checkout.RunAsReader(checkout.Launcher, "list");
        Assert.Equal(0, code);
        Assert.Contains("paritynet.dll list", output, StringComparison.Ordinal);
        Assert.Contains("The sources have changed since the build, which cannot be renewed here", error, StringComparison.Ordinal);
        Assert.Equal(1, checkout.Builds);
    }

    sealed class Checkout : IDisposable
    {
        public Checkout()
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher of Windows is another script.");
            foreach (string part in (string[])["src", "tests", "bench", "samples", "eng", "data", "artifacts"])
                Directory.CreateDirectory(Path.Combine(Root, part));
            foreach (string file in (string[])["a.props", "a.targets", "a.sln", "global.json", ".editorconfig", "src/a.cs"])
                File.WriteAllText(Path.Combine(Root, file), "");
            File.Copy(Repository.Path("eng", "setup.sh"), Path.Combine(Root, "eng", "setup.sh"));
            Directory.CreateDirectory(Folder.Sub("bin"));
            File.WriteAllText(Folder.Sub("bin/dotnet"), Sdk);
            File.Copy(Repository.Path("paritynet"), Launcher);
            foreach (string script in (string[])[Folder.Sub("bin/dotnet"), Launcher])
                SetMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        public TemporaryFolder Folder { get; } = new();

        public string Root => Folder.Sub("check out");

        public string Launcher => Path.Combine(Root, "paritynet");

        public int Builds => File.ReadAllLines(Path.Combine(Root, "artifacts", "builds")).Length;

        public async Task<(int Code, string Output, string Error)> Run(string launcher, params string[] arguments)
        {
            var start = new ProcessStartInfo(launcher, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
            start.Environment.Remove("HOME");
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
            foreach (string script in (string[])[Folder.Sub("bin/dotnet"), Launcher])
                SetMode(script, Enter);
            SetMode(Path.Combine(Root, "artifacts", "built-Cli.csproj"), Read);
            return Environment.UserName == "root"
                ? await Run("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", launcher, .. arguments])
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
