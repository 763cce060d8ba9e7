using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyHost;

// The settings lie beside the program, wherever it is started from.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(
    new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });

builder.Services.AddNativeBackend().AddTorchBackend().AddParityNet(builder.Configuration);
builder.Services.AddHostedService<FitWorker>();

try
{
    await builder.Build().RunAsync();
    return 0;
}
catch (InvalidOperationException wrongSetting)
{
    await Console.Error.WriteLineAsync(wrongSetting.Message);
    return 2;
}
