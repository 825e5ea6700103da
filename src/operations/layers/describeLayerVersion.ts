import type { GetLayerVersionResponse, LayerVersionsListItem } from '../../model/api'
import type { LayerRecord, LayerVersionRecord } from '../../state/layerRecord'
import { codeLink, resolvedObject, type LinkContext } from '../code/codeLink'
import { lambdaTime } from '../functions/describeFunction'

/** A layer version with a link to its content. Runtimes and architectures show only if the publisher named some (recorded). */
export function describeLayerVersion(
  context: LinkContext,
  layer: LayerRecord,
  version: LayerVersionRecord,
): GetLayerVersionResponse {
  const { code } = version
  return {
    Content: {
      Location: codeLink(context, 'layers', layer.name, code),
      CodeSha256: code.sha256,
      CodeSize: code.size,
      ResolvedS3Object: code.s3 && resolvedObject(code.s3),
    },
    LayerArn: layer.arn,
    ...describeLayerInList(version),
  }
}

/** A layer version as the lists show it. */
export function describeLayerInList(version: LayerVersionRecord): LayerVersionsListItem {
  return {
    LayerVersionArn: version.arn,
    Version: version.version,
    Description: version.description,
    CreatedDate: lambdaTime(version.createdAt),
    CompatibleArchitectures: version.compatibleArchitectures,
    CompatibleRuntimes: version.compatibleRuntimes,
    LicenseInfo: version.licenseInfo,
  }
}
