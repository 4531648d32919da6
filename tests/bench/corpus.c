#include "tests/bench/corpus.h"

#include <string.h>

#include "quan-resources.h"

#define PACK "/io/github/quan/Quan/policies/cn-beijing-ai-compute-2023.policy"
#define CHINESE "[zh_CN]="

static const char *const firms[] = {
  "北京晨曦智绘科技股份有限公司", "海淀区苏州街银科大厦伍零贰室", "朗途纺织装备（廊坊）研究院", "鹏翼航空遥感测绘有限责任公司",
  "丰台桥梁健康监测实验中心", "陈明远、欧阳雪梅、赵启航、孙嘉懿", "通州运河湾仓储冷链物流集团", "瑞康肿瘤影像辅助诊断联合体",
  "昌平未来城氢能装备示范基地", "华润稻麦育种与土壤墒情研究所", "石景山首钢园元宇宙渲染农场", "顺义空港临空经济核心区裕丰路",
  "门头沟永定镇龙泉雾村集体经济社", "怀柔雁栖湖光源束线数据处理组", "密云水库流域水质预警平台", "延庆妫水河冬奥遗产冰雪学院",
  "大兴亦庄荣昌东街甲陆号楼", "房山燕山石化催化剂反应釜", "平谷大桃冷库质检溯源系统", "东城胡同古建修缮档案馆",
  "朝阳望京阜通西大街悠乐汇", "西城德胜门外冰窖口胡同", "中关村软件园二期博彦大厦", "鲁班工坊职业技能培训学校",
  "杭州余杭五常港湾钱塘江畔", "绍兴黄酒酿造博览园", "温岭泵阀轴承铸锻厂", "宁德锂矿隔膜涂覆工段",
  "福鼎白茶揉捻烘焙作坊", "景德镇窑瓷釉彩绘传承所", "赣榆紫菜养殖合作联社", "徐州汉墓壁画修复队",
  "扬州漆器雕版印刷馆", "淮安运河闸坝调水站", "蚌埠玻璃熔炉退火窑", "芜湖焊接机器人臂关节",
  "孝感麻糖米酒铺", "襄阳隆中襟怀书屋", "岳麓潇湘夜雨琴社", "曲靖宣威火腿腌制坊",
};

static const char *const services[] = {
  "八卡液冷训练节点，搭载 80 GB 显存加速卡，机间 400 Gb/s 无损网络", "推理弹性实例，按秒计费，闲置自动释放，含灰度发布与回滚",
  "裸金属集群独占租用，含驱动、容器镜像与编排调度维护", "高性能并行文件存储，吞吐不低于 20 GB/s，快照保留三十天",
  "模型蒸馏与量化压缩专用算力，夜间错峰使用", "语音、图像、点云等多模态数据清洗标注所用算力", "国产加速卡适配与算子调优验证环境",
  "大语言模型微调任务，检查点每两小时落盘一次", "知识图谱嵌入与检索增强生成的向量计算", "故障迁移热备节点，承诺可用率百分之九十九点九",
};

static void
split_pack (GPtrArray *sentences)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (quan_resources_get_resource (), PACK, 0, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++) {
    const char *value = strstr (*line, CHINESE);

    if (value != NULL && g_utf8_strlen (value, -1) > 20)
      g_ptr_array_add (sentences, g_strdup (value + strlen (CHINESE)));
  }
  g_assert (sentences->len > 0);
}

const char *
corpus_sentence (guint i)
{
  static GPtrArray *sentences;

  if (sentences == NULL) {
    sentences = g_ptr_array_new_with_free_func (g_free);
    split_pack (sentences);
  }
  return g_ptr_array_index (sentences, i % sentences->len);
}

const char *
corpus_firm (guint i)
{
  return firms[i % G_N_ELEMENTS (firms)];
}

const char *
corpus_service (guint i)
{
  return services[i % G_N_ELEMENTS (services)];
}
