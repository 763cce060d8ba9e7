using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace ParityNet.Torch.Loading;

/// <summary>Loads a library from bytes, without a file where the kernel allows it.</summary>
[SupportedOSPlatform("linux")]
static partial class PatchedLibrary
{
    const uint CloseOnExec = 1;

    /// <summary>Loads the bytes into this process.</summary>
    /// <param name="bytes">The library.</param>
    /// <exception cref="DllNotFoundException">The loader refuses them.</exception>
    /// <exception cref="IOException">The kernel has no memory files, and none can be written either.</exception>
    public static void Load(byte[] bytes)
    {
        if (!TryLoadFromMemory(bytes))
            LoadFromCache(bytes);
    }

    static bool TryLoadFromMemory(byte[] bytes)
    {
        int descriptor = MemoryFile("libLibTorchSharp.so", CloseOnExec);
        if (descriptor < 0)
            return false;
        // The mapping stays when the descriptor is closed.
        using var file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Write);
        file.Write(bytes);
        file.Flush();
        return NativeLibrary.TryLoad($"/proc/self/fd/{descriptor}", out _);
    }

    // Complete before it has its name, so that two processes that begin at once both find a whole one.
    static void LoadFromCache(byte[] bytes)
    {
        string home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(home, "paritynet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string path = Path.Combine(folder.FullName, "libLibTorchSharp.so"), unfinished = Path.Combine(folder.FullName, Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        };
        using (var file = new FileStream(unfinished, options))
            file.Write(bytes);
        File.Move(unfinished, path, overwrite: true);
        NativeLibrary.Load(path);
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MemoryFile(string name, uint flags);
}
