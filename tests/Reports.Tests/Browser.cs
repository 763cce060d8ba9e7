using Microsoft.Playwright;
using Xunit;

namespace ParityNet.Reports.Tests;

/// <summary>Chromium without a window and without a network; absent where the machine has none.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? playwright;

    public IBrowser? Chromium { get; private set; }

    public string Missing { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        string? path = Find();
        if (path is null)
        {
            Missing = "Chromium is needed to open the page: expected chromium or google-chrome on PATH, got neither.";
            return;
        }
        try
        {
            playwright = await Playwright.CreateAsync();
            Chromium = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        catch (PlaywrightException e)
        {
            Missing = $"Chromium must start: {e.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        playwright?.Dispose();
    }

    static string? Find() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in (string[])["chromium", "chromium-browser", "google-chrome", "chrome.exe", "msedge.exe"]
        let file = Path.Combine(folder, name)
        where File.Exists(file)
        select file).FirstOrDefault();
}
