using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Web.Cases;

/// <summary>Draws QR codes as SVG without any style, so that a strict content policy lets them through.</summary>
public static class QrCode
{
    /// <summary>The text as a QR code with error correction M and the quiet zone that scanners need.</summary>
    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        // QRCoder's matrix has its own quiet zone of four modules.
        var size = modules.Count;
        return string.Create(CultureInfo.InvariantCulture, $"<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(text)}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
