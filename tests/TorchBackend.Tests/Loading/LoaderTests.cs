using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ParityNet.TorchTests.Loading;

/// <summary>The loader in processes of its own, since what one has loaded it cannot load again.</summary>
public class LoaderTests
{
    const string Loss = "loss 1.25", Machine = "The torch backend cannot be used on this machine: ";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task Processes_that_begin_at_once_all_load_it_and_write_nothing()
    {
        Natives.Binding();
        using Child child = new();
        foreach (string[] lines in await Task.WhenAll(child.Run(), child.Run()))
            Assert.Equal(Loss, lines[0]);
        Assert.Empty(child.Written);
        Assert.False(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")), "TorchSharp must find what is loaded: expected no folder cpu, got one.");
    }

    [Fact]
    public async Task Copy_is_in_memory_where_the_system_refuses_the_file()
    {
        Natives.RequireOldSystem();
        using Child child = new();
        Assert.Equal([Loss, "mapped /memfd:libLibTorchSharp.so (deleted)"], await child.Run());
    }

    [Fact]
    public async Task Folders_that_nothing_may_be_run_from_do_not_matter()
    {
        Natives.Binding();
        Assert.SkipUnless(Mounts(), "This user may not mount a folder, so none can be made that nothing may be run from.");
        using Child child = new Child().After("mount -t tmpfs -o noexec tmpfs \"$HOME\" && mount -t tmpfs -o noexec tmpfs \"$TMPDIR\"");
        Assert.Equal(Loss, (await child.Run())[0]);
    }

    [Fact]
    public async Task Links_to_links_are_followed()
    {
        using Child child = new Child().WithItsNatives();
        Natives.LinkInto(child.Natives);
        Assert.Equal(Loss, (await child.Run())[0]);
    }

    [Fact, SupportedOSPlatform("linux")]
    public async Task Without_memory_files_the_copy_is_the_owners_file_in_the_cache()
    {
        Natives.RequireOldSystem();
        RequireFilter();
        using Child child = new Child().With("PARITY_NO_MEMORY_FILES", "1");
        foreach (string[] lines in await Task.WhenAll(child.Run(), child.Run()))
        {
            string written = Assert.Single(child.Written);
            Assert.Equal(Loss, lines[0]);
            // The one that began first may keep what the other replaced by the same.
            Assert.StartsWith($"mapped {written}", lines[1], StringComparison.Ordinal);
        }
        string copy = Assert.Single(child.Written), folder = Path.GetDirectoryName(copy)!;
        Assert.Equal(Path.Combine(child.Home, ".cache", "paritynet"), folder);
        Assert.Equal((OwnerOnly, OwnerOnly), (File.GetUnixFileMode(copy), File.GetUnixFileMode(folder)));

        DateTime first = File.GetLastWriteTimeUtc(copy);
        Assert.Equal(Loss, (await child.Run())[0]);
        Assert.Equal(first, File.GetLastWriteTimeUtc(copy));
        await File.WriteAllTextAsync(copy, "cut off", TestContext.Current.CancellationToken);
        Assert.Equal(Loss, (await child.Run())[0]);
        Assert.Equal(copy, Assert.Single(child.Written));
    }

    [Fact]
    public async Task Without_memory_files_a_home_that_nothing_may_be_run_from_is_said()
    {
        Natives.RequireOldSystem();
        RequireFilter();
        Assert.SkipUnless(Mounts(), "This user may not mount a folder, so none can be made that nothing may be run from.");
        using Child child = new Child().With("PARITY_NO_MEMORY_FILES", "1").After("mount -t tmpfs -o noexec tmpfs \"$HOME\"");
        Assert.Equal($"{Machine}TorchSharp's native libraries must be ones that this system can load: expected a library, got a refusal of the loader.", (await child.Run())[0]);
    }

    [Fact]
    public async Task Version_that_no_system_has_is_named_and_TorchSharp_is_not_touched()
    {
        using Child child = new Child().WithItsNatives();
        Natives.LinkInto(child.Natives);
        string binding = Path.Combine(child.Natives, "libLibTorchSharp.so");
        byte[] library = await File.ReadAllBytesAsync(binding, TestContext.Current.CancellationToken);
        for (int at; (at = library.AsSpan().IndexOf("GLIBCXX_3.4.32"u8)) >= 0;)
            "GLIBCXX_3.4.99"u8.CopyTo(library.AsSpan(at));
        File.Delete(binding);
        await File.WriteAllBytesAsync(binding, library, TestContext.Current.CancellationToken);

        Assert.Equal([$"{Machine}TorchSharp's native libraries must find what they need of this system: expected GLIBCXX_3.4.99, got a system without it."], await child.Run());
        Assert.Empty(child.Written);
    }

    [Fact]
    public async Task Libtorch_that_is_not_there_is_named_with_what_brings_it()
    {
        using Child child = new Child().WithItsNatives();
        Natives.LinkInto(child.Natives);
        File.Delete(Path.Combine(child.Natives, "libtorch_cpu.so"));
        Assert.Equal([$"{Machine}libtorch must be beside the program: expected libtorch_cpu.so of libtorch 2.10.0, got none; dotnet add package TorchSharp-cpu adds it to a program (600 MB on disk a platform)."],
            await child.Run());
        child.With("PARITY_PACKAGE_FOLDER", "1");
        Assert.Equal([$"{Machine}libtorch must be in the package folder: expected libtorch_cpu.so of libtorch 2.10.0, got none; dotnet package download "
            + $"libtorch-cpu-{RuntimeInformation.RuntimeIdentifier}@2.10.0 --output {child.Packages} puts it there (600 MB on disk)."], await child.Run());
    }

    // The build has them in two packages; a stranger's folder is laid out like it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Package_folder_is_looked_into_where_the_program_asks_for_it(bool asks)
    {
        using Child child = new Child().WithItsNatives();
        string version = typeof(TorchBackend).Assembly.GetReferencedAssemblies().Single(name => name.Name == "TorchSharp").Version!.ToString(3), platform = RuntimeInformation.RuntimeIdentifier;
        string binding = Path.Combine(child.Packages, "torchsharp", version, "runtimes", platform, "native"), libtorch = Path.Combine(child.Packages, $"libtorch-cpu-{platform}", "2.10.0", "runtimes", platform, "native");
        foreach (string folder in (string[])[binding, libtorch])
            Directory.CreateDirectory(folder);
        Natives.LinkInto(libtorch);
        File.Move(Path.Combine(libtorch, "libLibTorchSharp.so"), Path.Combine(binding, "libLibTorchSharp.so"));
        if (asks)
            child.With("PARITY_PACKAGE_FOLDER", "1");
        Assert.StartsWith(asks ? Loss : $"{Machine}TorchSharp must have native libraries", (await child.Run())[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Platform_without_libraries_is_said_in_one_sentence()
    {
        using Child child = new Child().WithItsNatives();
        string sentence = Assert.Single(await child.Run());
        Assert.Matches("^The torch backend cannot be used on this machine: TorchSharp must have native libraries for this platform beside the program: expected [A-Za-z.]+ for [a-z0-9.-]+, got none.$", sentence);
    }

    static void RequireFilter() => Assert.SkipUnless(
        RuntimeInformation.ProcessArchitecture == Architecture.X64, "The filter of system calls knows the numbers of x64 alone.");

    static bool Mounts()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("unshare", ["--mount", "true"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
