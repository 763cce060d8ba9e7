using System.Diagnostics;

namespace ParityNet.TorchTests.Loading;

/// <summary>A project that lies elsewhere and refers to the torch backend by its path, as the README tells.</summary>
public sealed class OutsideTests : IDisposable
{
    const string Program = """
        using System.Numerics.Tensors;
        using ParityNet;
        using ParityNet.Losses;
        using ParityNet.Torch;

        Console.WriteLine($"loss {new TorchBackend().Loss<float>(new Huber()).Value(Tensor.Create([1f, 4], [2]), Tensor.Create([1f, 1], [2]))[0]}");
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outside-");

    public OutsideTests()
    {
        Natives.Binding();
        File.WriteAllText(At("Program.cs"), Program);
        // Links, since the natives of every platform are 1.1 GB.
        File.WriteAllText(At("Outside.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <CreateSymbolicLinksForCopyLocalIfPossible>true</CreateSymbolicLinksForCopyLocalIfPossible>
                <CreateSymbolicLinksForPublishFilesIfPossible>true</CreateSymbolicLinksForPublishFilesIfPossible>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Path.Combine(Root, "src", "TorchBackend", "TorchBackend.csproj")}" />
              </ItemGroup>
            </Project>
            """);
    }

    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public async Task Project_elsewhere_runs(string configuration)
    {
        await Run("dotnet", "build", "-c", configuration, "-v", "quiet", "-p:RunAnalyzers=false", "--disable-build-servers");
        Assert.Equal("loss 1.25\n", await Run("dotnet", At("bin", configuration, "net10.0", "Outside.dll")));
    }

    [Fact]
    public async Task Single_file_runs()
    {
        await Run("dotnet", "publish", "-c", "Release", "-v", "quiet", "--self-contained", "false", "-p:PublishSingleFile=true", "-p:RunAnalyzers=false", "--disable-build-servers", "-o", At("out"));
        Assert.Equal("loss 1.25\n", await Run(At("out", "Outside")));
        Assert.False(Directory.Exists(At("out", "cpu")), "TorchSharp must find what is loaded: expected no folder cpu, got one.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    static string Root
    {
        get
        {
            DirectoryInfo at = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "ParityNet.sln")))
                at = at.Parent ?? throw new DirectoryNotFoundException("The tests must stand in a checkout: expected ParityNet.sln above them, got none.");
            return at.FullName;
        }
    }

    string At(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    async Task<string> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        // What a build or a test run that surrounds this one says is not meant for it.
        foreach (string name in start.Environment.Keys.Where(name => name is "MSBuildSDKsPath" or "MSBuildExtensionsPath" or "MSBUILD_EXE_PATH" or "CI").ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + await error);
        return await output;
    }
}
