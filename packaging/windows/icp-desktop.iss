; The installer for Windows. make_installer.py calls it: ISCC /DVersion=1.2.3 /DBundle=... /DOutput=...
; With /DSign it also signs the uninstaller, by a sign tool named "standard".
#ifndef Version
  #error Version is not given; call make_installer.py
#endif
#define Name "ICP Desktop"
#define Program "ICP Desktop.exe"
#define FileKind "ICPDesktop.Project"
#define Mime "application/vnd.icp-desktop.project+zip"

[Setup]
AppId={{6E0C1C56-7E0B-4C57-9C53-2E9B6B0A4D1F}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The ICP Desktop team
AppPublisherURL=https://icp-desktop.github.io/
VersionInfoVersion={#Version}
DefaultDirName={autopf}\{#Name}
DisableProgramGroupPage=yes
; For one person without asking for rights; for all, if that is chosen.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; What the wheels of Qt are built for.
MinVersion=10.0.17763
LicenseFile={#Bundle}\_internal\LICENSE
OutputDir={#Output}
OutputBaseFilename=ICP-Desktop-{#Version}-Setup
SetupIconFile={#Icons}\icp-desktop.ico
UninstallDisplayIcon={app}\{#Program}
UninstallDisplayName={#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
#ifdef Sign
SignTool=standard
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; An older version may have had libraries that this one lacks, and would load them.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.icp"; ValueType: string; ValueData: "{#FileKind}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.icp"; ValueType: string; ValueName: "Content Type"; ValueData: "{#Mime}"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.icp\OpenWithProgids"; ValueType: string; ValueName: "{#FileKind}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#FileKind}"; ValueType: string; ValueData: "ICP Desktop project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#FileKind}\DefaultIcon"; ValueType: string; ValueData: "{app}\_internal\project-file.ico"
Root: HKA; Subkey: "Software\Classes\{#FileKind}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
