# Build: the SDK publishes the one program with content and wwwroot beside it.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src ./src
COPY content ./content
COPY wwwroot ./wwwroot
RUN dotnet publish src/Portal.Web -c Release -o /app --nologo

# Run: not as root, one data volume, content that can be mounted over.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
ENV Urls=http://+:5080 Data__Root=/data Content__Root=/app/content
EXPOSE 5080
VOLUME /data
# The image has no curl; bash can speak enough HTTP to ask.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/localhost/5080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
ENTRYPOINT ["dotnet", "Portal.Web.dll"]
